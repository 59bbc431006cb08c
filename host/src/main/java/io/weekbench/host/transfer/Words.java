package io.weekbench.host.transfer;

import io.weekbench.api.Text;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** In whose words headers, choices and references are written. */
public enum Words {
    /** The ids that files and programs use. */
    IDS,
    EN,
    ZH;

    /** Null for ids. */
    @Nullable Function<Text, String> language() {
        return switch (this) {
            case IDS -> null;
            case EN -> Text::en;
            case ZH -> Text::zh;
        };
    }
}
