package io.weekbench.host.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one HTML table. A merged cell says the same in each place it covers, as HTML has it:
 * a quarter written once beside three months is the quarter of all three.
 */
final class HtmlTable {
    /** Of a spreadsheet; and so many rows may be covered, as HTML allows. */
    private static final int MOST_COLUMNS = 16_384;

    private static final int MOST_ROWS_COVERED = 65_534;
    private static final int MOST_CELLS = 2_000_000;

    private final TreeMap<Integer, Hanging> hanging = new TreeMap<>();
    private final List<Row> rows = new ArrayList<>();
    private int cells;

    private HtmlTable() {}

    /** A cell that reaches into rows below. */
    private record Hanging(String text, int left) {}

    /** As wide as the widest; empty where merged cells make more of it than anybody wrote. */
    static Optional<List<Row>> rows(Element table) {
        HtmlTable read = new HtmlTable();
        int line = 0;
        for (Element row : table.select("tr")) {
            if (!table.equals(row.closest("table")) || isHidden(row)) {
                continue;
            }
            if (!read.add(row, ++line)) {
                return Optional.empty();
            }
        }
        int width = read.rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        return (long) width * read.rows.size() > MOST_CELLS
                ? Optional.empty()
                : Optional.of(Grid.padded(read.rows));
    }

    private boolean add(Element row, int line) {
        List<@Nullable Object> texts = new ArrayList<>();
        for (Element cell : row.children()) {
            if (!cell.nameIs("td") && !cell.nameIs("th")) {
                continue;
            }
            takeHanging(texts);
            String text = HtmlCell.read(cell);
            int down = span(cell, "rowspan", MOST_ROWS_COVERED);
            for (int right = span(cell, "colspan", MOST_COLUMNS); right > 0; right--) {
                if (down > 1) {
                    hanging.put(texts.size(), new Hanging(text, down - 1));
                }
                texts.add(text);
            }
            if (texts.size() > MOST_COLUMNS) {
                return false;
            }
        }
        takeHanging(texts);
        while (!hanging.isEmpty() && hanging.lastKey() >= texts.size()) {
            texts.add(null);
            takeHanging(texts);
        }
        cells += texts.size();
        rows.add(new Row(line, texts));
        return cells <= MOST_CELLS;
    }

    /** What reaches into this row from above, as far as it stands just here. */
    private void takeHanging(List<@Nullable Object> texts) {
        Hanging above = hanging.get(texts.size());
        while (above != null) {
            int at = texts.size();
            texts.add(above.text());
            if (above.left() > 1) {
                hanging.put(at, new Hanging(above.text(), above.left() - 1));
            } else {
                hanging.remove(at);
            }
            above = hanging.get(texts.size());
        }
    }

    /** None is one; 0 is all there are, of rows. */
    private static int span(Element cell, String attribute, int most) {
        String written = cell.attr(attribute).strip();
        if (!written.matches("\\d{1,9}")) {
            return 1;
        }
        int span = Integer.parseInt(written);
        return span == 0 ? (attribute.equals("rowspan") ? most : 1) : Math.min(span, most + 1);
    }

    private static boolean isHidden(Element row) {
        return row.attr("style").toLowerCase(Locale.ROOT).replace(" ", "").contains("display:none");
    }
}
