package io.weekbench.host.json;

import io.weekbench.api.Grouping;

/** Figures as doors write them. */
public final class FigureText {
    private FigureText() {}

    /** In answers as in questions: {@code sum}. */
    public static String word(Grouping.Function function) {
        return switch (function) {
            case SUM -> "sum";
            case AVERAGE -> "avg";
            case MIN -> "min";
            case MAX -> "max";
        };
    }
}
