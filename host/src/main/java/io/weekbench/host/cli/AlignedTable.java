package io.weekbench.host.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows with their columns under each other, also where characters are two columns wide. */
final class AlignedTable {
    private static final int WIDEST = 40;
    private static final String GAP = "  ";

    private final int widest;
    private final List<List<String>> rows = new ArrayList<>();

    private AlignedTable(int widest) {
        this.widest = widest;
    }

    /** What is longer than a column ought to be is cut. */
    static AlignedTable cut() {
        return new AlignedTable(WIDEST);
    }

    /** Nothing is left out. */
    static AlignedTable whole() {
        return new AlignedTable(Integer.MAX_VALUE);
    }

    void row(List<String> cells) {
        rows.add(cells.stream().map(Printable::line).map(this::cut).toList());
    }

    List<String> lines() {
        List<Integer> widths = new ArrayList<>();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                int width = Printable.width(row.get(i));
                if (i == widths.size()) {
                    widths.add(width);
                } else {
                    widths.set(i, Math.max(widths.get(i), width));
                }
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String cell = row.get(i);
            line.append(cell).append(" ".repeat(widths.get(i) - Printable.width(cell))).append(GAP);
        }
        return line.toString().stripTrailing();
    }

    private String cut(String cell) {
        if (Printable.width(cell) <= widest) {
            return cell;
        }
        StringBuilder kept = new StringBuilder();
        int width = 0;
        for (int point : cell.codePoints().toArray()) {
            width += Printable.width(Character.toString(point));
            if (width > widest - 1) {
                break;
            }
            kept.appendCodePoint(point);
        }
        return kept + "…";
    }
}
