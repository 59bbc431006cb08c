package io.weekbench.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a section says of a week; made by sections, received by the host.
 *
 * @param figures the headline, a handful
 * @param changes what is different from the week before, the most important first
 * @param decisions what somebody has to decide, the most urgent first
 */
public record Briefing(List<Figure> figures, List<Line> changes, List<Line> decisions) {
    /** Nothing to say; the section is not shown. */
    public static final Briefing NONE = new Briefing(List.of(), List.of(), List.of());

    public Briefing {
        figures = List.copyOf(figures);
        changes = List.copyOf(changes);
        decisions = List.copyOf(decisions);
    }

    /**
     * One headline figure.
     *
     * @param value as it is shown: {@code 12}, {@code 3.4 %}
     * @param before the same as the week began; null where there is nothing to compare with
     */
    public record Figure(Text label, Text value, @Nullable Text before) {

        /** A number beside the one before it. */
        public static Figure of(Text label, long value, long before) {
            return new Figure(label, text(value), text(before));
        }

        private static Text text(long number) {
            return new Text(Long.toString(number), Long.toString(number));
        }
    }

    /**
     * One line.
     *
     * @param about the item it leads to, where there is one
     */
    public record Line(Text text, @Nullable ItemRef about) {}
}
