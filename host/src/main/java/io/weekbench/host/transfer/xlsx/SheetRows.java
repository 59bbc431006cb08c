package io.weekbench.host.transfer.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet, from the first; rows without cells are left out. */
public final class SheetRows implements AutoCloseable {
    private final Xml xml;
    private final CellValue values;
    private final Budget budget;
    private int line;

    SheetRows(Xml xml, CellValue values, Budget budget) {
        this.xml = xml;
        this.values = values;
        this.budget = budget;
    }

    /**
     * One row.
     *
     * @param line its number, from 1
     * @param cells from column A up to its last cell; null for a gap
     */
    public record SheetRow(int line, List<@Nullable Object> cells) {}

    /** Empty after the last row. */
    public Optional<SheetRow> next() throws IOException {
        while (xml.next()) {
            if (xml.name().equals("row")) {
                SheetRow row = read();
                if (!row.cells().isEmpty()) {
                    return Optional.of(row);
                }
            }
        }
        return Optional.empty();
    }

    private SheetRow read() throws IOException {
        int number = xml.number("r", line + 1);
        if (number <= line || number > Limits.ROWS) {
            throw xml.damaged("row " + number + " stands after row " + line);
        }
        line = number;
        List<@Nullable Object> cells = new ArrayList<>();
        int outer = xml.depth();
        boolean more = xml.nextWithin(outer);
        while (more) {
            if (xml.name().equals("c")) {
                int column = column(xml.attribute("r"), cells.size());
                budget.cells(column + 1L - cells.size());
                while (cells.size() < column) {
                    cells.add(null);
                }
                cells.add(values.read(xml));
            }
            more = xml.nextWithin(outer);
        }
        while (!cells.isEmpty() && cells.get(cells.size() - 1) == null) {
            cells.remove(cells.size() - 1);
        }
        return new SheetRow(number, cells);
    }

    /** The column of a reference like BC23, from 0. */
    private int column(String reference, int next) throws XlsxRefused {
        if (reference.isEmpty()) {
            return next;
        }
        int column = 0;
        for (int i = 0; i < reference.length() && column <= Limits.COLUMNS; i++) {
            char c = reference.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                column = column * 26 + c - 'A' + 1;
            }
        }
        if (column < 1 || column > Limits.COLUMNS || column <= next) {
            String shown = reference.substring(0, Math.min(20, reference.length()));
            throw xml.damaged("no cell can stand at " + shown + " in row " + line);
        }
        return column - 1;
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
