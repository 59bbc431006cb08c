package io.weekbench.plugins.competitormatrix;

import io.weekbench.api.Groups;
import io.weekbench.api.ItemRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of the cell table, with what reports need of it alone: groups of one are read from the
 * index, at a tenth of what whole items cost.
 */
record Stated(
        String group,
        String name,
        @Nullable BigDecimal weight,
        ItemRef feature,
        ItemRef since,
        @Nullable Long position,
        boolean ended,
        @Nullable Long untilPosition,
        String state,
        @Nullable String evidence,
        @Nullable LocalDate verifiedOn,
        boolean unsupported,
        @Nullable Long halfLife,
        boolean contradicted) {

    static final List<String> FIELDS =
            List.of(
                    "group",
                    "featureName",
                    "weight",
                    "feature",
                    "since",
                    "position",
                    "until",
                    "untilPosition",
                    "state",
                    "evidence",
                    "verifiedOn",
                    "unsupported",
                    "halfLife");

    static Stated of(Groups.Group row) {
        Map<String, Object> by = row.by();
        return new Stated(
                (String) by.getOrDefault("group", ""),
                (String) by.getOrDefault("featureName", ""),
                (BigDecimal) by.get("weight"),
                (ItemRef) Objects.requireNonNull(by.get("feature")),
                (ItemRef) Objects.requireNonNull(by.get("since")),
                (Long) by.get("position"),
                by.containsKey("until"),
                (Long) by.get("untilPosition"),
                (String) by.getOrDefault("state", Claim.UNKNOWN),
                (String) by.get("evidence"),
                (LocalDate) by.get("verifiedOn"),
                Boolean.TRUE.equals(by.get("unsupported")),
                (Long) by.get("halfLife"),
                row.figures().values().stream()
                        .anyMatch(sum -> new BigDecimal(sum.toString()).signum() > 0));
    }

    /** Whether it holds at the release with this position; all of them where it is of none. */
    boolean holdsAt(@Nullable Long release) {
        Long last = untilPosition;
        Long first = position;
        boolean begun = first == null || release == null || first <= release;
        return begun && (!ended || (last != null && release != null && last >= release));
    }

    long rank() {
        return position == null ? Long.MIN_VALUE : position;
    }
}
