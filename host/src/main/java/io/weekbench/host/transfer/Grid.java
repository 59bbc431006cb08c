package io.weekbench.host.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A file as rows of cells, whichever format it had; the first row is the header.
 *
 * @param encoding of a text; else empty
 * @param problem null where it could be read
 */
record Grid(List<Row> rows, String encoding, @Nullable RowProblem problem) {
    /** Titles and dates stand above some headers; nobody writes more of them than this. */
    static final int HEAD = 20;

    static Grid unreadable(RowProblem problem) {
        return new Grid(List.of(), "", problem);
    }

    /**
     * Beginning with the header: the first row, unless nothing in it is known and there is a better
     * one.
     *
     * @param known how many of these words name a field
     */
    static Grid below(List<Row> rows, String encoding, ToIntFunction<List<String>> known) {
        return new Grid(rows.subList(header(rows, known), rows.size()), encoding, null);
    }

    private static int header(List<Row> rows, ToIntFunction<List<String>> known) {
        int best = 0;
        int most = 0;
        for (int i = 0; i < Math.min(HEAD, rows.size()); i++) {
            int words = known.applyAsInt(rows.get(i).words());
            if (i == 0 && words > 0) {
                return 0;
            } else if (words > most) {
                best = i;
                most = words;
            }
        }
        return best;
    }

    /** How many words of the header are known. */
    static int known(List<Row> rows, ToIntFunction<List<String>> known) {
        return rows.stream()
                .limit(HEAD)
                .mapToInt(row -> known.applyAsInt(row.words()))
                .max()
                .orElse(0);
    }

    /** With all rows as wide as the widest, where the format leaves out empty cells at the end. */
    static List<Row> padded(List<Row> rows) {
        int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        return rows.stream().map(row -> padded(row, width)).toList();
    }

    private static Row padded(Row row, int width) {
        if (row.cells().size() == width) {
            return row;
        }
        List<@Nullable Object> cells = new ArrayList<>(row.cells());
        while (cells.size() < width) {
            cells.add(null);
        }
        return new Row(row.line(), cells);
    }
}
