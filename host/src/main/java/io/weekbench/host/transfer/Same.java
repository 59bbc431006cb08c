package io.weekbench.host.transfer;

import io.weekbench.api.Money;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether a cell says what is already stored: 1.50 is 1.5. */
final class Same {
    private Same() {}

    static boolean as(@Nullable Object a, @Nullable Object b) {
        if (a instanceof BigDecimal one && b instanceof BigDecimal other) {
            return one.compareTo(other) == 0;
        } else if (a instanceof Money one && b instanceof Money other) {
            return one.currency().equals(other.currency())
                    && one.amount().compareTo(other.amount()) == 0;
        }
        return Objects.equals(a, b);
    }
}
