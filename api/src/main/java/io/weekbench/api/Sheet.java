package io.weekbench.api;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report says; made by reports, received by the host, which shows, prints and exports it.
 *
 * @param notes what the reader has to know of all of it: which day, what was left out
 */
public record Sheet(Text title, List<Text> notes, List<Part> parts) {

    public Sheet {
        notes = List.copyOf(notes);
        parts = List.copyOf(parts);
    }

    /**
     * A heading with what stands under it: figures, and a table.
     *
     * @param columns what stands above the table: above the texts of the rows, then above each of
     *     their cells; none where there are no rows
     */
    public record Part(
            Text label, List<Briefing.Figure> figures, List<Text> columns, List<Row> rows) {

        /**
         * @throws IllegalArgumentException where a row has more or fewer cells than columns
         */
        public Part {
            figures = List.copyOf(figures);
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            for (Row row : rows) {
                if (row.cells().size() + 1 != columns.size()) {
                    throw new IllegalArgumentException(
                            row.cells().size() + " cells under " + columns.size() + " columns");
                }
            }
        }
    }

    /**
     * One line.
     *
     * @param about the item it leads to, where there is one
     */
    public record Row(Text text, @Nullable ItemRef about, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * What is said at one place, and how well it is known.
     *
     * @param about the item that says so, where there is one
     * @param evidence whence it is known
     * @param share of a whole, from 0 to 1, to be shown as a shade; null where it is none
     */
    public record Cell(
            Text text,
            Mark mark,
            @Nullable ItemRef about,
            List<Evidence> evidence,
            @Nullable BigDecimal share) {

        public Cell {
            evidence = List.copyOf(evidence);
        }

        /** Words alone. */
        public static Cell of(Text text) {
            return new Cell(text, Mark.NONE, null, List.of(), null);
        }

        /** A part of a whole. */
        public static Cell share(Text text, BigDecimal share) {
            return new Cell(text, Mark.NONE, null, List.of(), share);
        }
    }

    /** How well something is known; only what is {@link #FRESH} is ever shown as certain. */
    public enum Mark {
        /** Nothing that could be known more or less well. */
        NONE,
        /** From a source somebody compared not long ago. */
        FRESH,
        /** From a source, and too long ago. */
        STALE,
        /** Nobody knows. */
        UNKNOWN,
        /** Somebody says so and no source does. */
        UNSUPPORTED,
        /** Sources disagree. */
        CONFLICT
    }
}
