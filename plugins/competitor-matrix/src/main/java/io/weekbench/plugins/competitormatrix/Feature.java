package io.weekbench.plugins.competitormatrix;

import java.math.BigDecimal;
import java.util.Comparator;

/**
 * A row of the matrix as reports see it, by its natural key.
 *
 * @param weight 1 where nobody has judged it
 */
record Feature(String group, String name, BigDecimal weight) {

    /** The weightiest first. */
    static final Comparator<Feature> BY_WEIGHT =
            Comparator.comparing(Feature::weight)
                    .reversed()
                    .thenComparing(Feature::group)
                    .thenComparing(Feature::name);
}
