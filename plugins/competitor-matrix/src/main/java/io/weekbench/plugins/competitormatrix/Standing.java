package io.weekbench.plugins.competitormatrix;

import io.weekbench.api.Text;
import java.util.List;
import java.util.Optional;

/** How ours stands against others at one feature. */
enum Standing {
    AHEAD("ahead", "领先"),
    BEHIND("behind", "落后"),
    EQUAL("equal", "相当"),
    UNKNOWN("cannot be told", "无法判断");

    private final String en;
    private final String zh;

    Standing(String en, String zh) {
        this.en = en;
        this.zh = zh;
    }

    Text label() {
        return new Text(en, zh);
    }

    /**
     * Behind where anybody can be proved to do more, whatever is not known of the rest; ahead only
     * where all of them can be proved to do less.
     */
    static Standing of(Holding ours, List<Holding> others) {
        Optional<Integer> own = ours.score();
        if (own.isEmpty()) {
            return UNKNOWN;
        }
        List<Optional<Integer>> scores = others.stream().map(Holding::score).toList();
        if (scores.stream().anyMatch(score -> score.isPresent() && score.get() > own.get())) {
            return BEHIND;
        } else if (scores.stream().anyMatch(Optional::isEmpty)) {
            return UNKNOWN;
        }
        return scores.stream().allMatch(score -> score.orElseThrow() < own.get()) ? AHEAD : EQUAL;
    }
}
