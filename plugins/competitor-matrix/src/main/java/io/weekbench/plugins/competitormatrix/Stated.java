package io.weekbench.plugins.competitormatrix;

import io.weekbench.api.Groups;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of the cell table, with what reports need of it alone: groups of one are read from the
 * index, at a tenth of what whole items cost. No reference is among them, as groups are put in the
 * order of titles, which would have to be read.
 */
record Stated(
        String group,
        String name,
        @Nullable BigDecimal weight,
        @Nullable Long position,
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
                    "position",
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
                (Long) by.get("position"),
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
        return begun && (last == null || (release != null && last >= release));
    }

    long rank() {
        return position == null ? Long.MIN_VALUE : position;
    }
}
