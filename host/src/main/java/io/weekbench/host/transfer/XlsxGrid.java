package io.weekbench.host.transfer;

import io.weekbench.api.Incoming;
import io.weekbench.host.tracker.TableSpec;
import io.weekbench.host.transfer.xlsx.SheetRows;
import io.weekbench.host.transfer.xlsx.XlsxBook;
import io.weekbench.host.transfer.xlsx.XlsxRefused;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.ToIntFunction;

/**
 * The sheet of a workbook that is meant: the one named like the table, or else the one whose header
 * knows most fields. Hidden sheets are not looked at.
 */
final class XlsxGrid {
    private static final int ROWS_A_TELL = 5_000;

    private final TableSpec table;
    private final ToIntFunction<List<String>> known;
    private final LongConsumer progress;

    XlsxGrid(TableSpec table, ToIntFunction<List<String>> known, LongConsumer progress) {
        this.table = table;
        this.known = known;
        this.progress = progress;
    }

    Grid read(Incoming file) throws IOException {
        try (InputStream in = file.open();
                XlsxBook book = XlsxBook.open(in)) {
            Optional<XlsxBook.Sheet> sheet = meant(book);
            List<Row> rows =
                    sheet.isEmpty()
                            ? List.of()
                            : Grid.padded(rows(book, sheet.get(), Integer.MAX_VALUE));
            return Grid.below(rows, "", known);
        } catch (XlsxRefused e) {
            return Grid.unreadable(RowProblem.ofFile(e.code(), e.text(), e.hint()));
        }
    }

    private Optional<XlsxBook.Sheet> meant(XlsxBook book) throws IOException {
        List<XlsxBook.Sheet> shown =
                book.sheets().stream().filter(sheet -> !sheet.hidden()).toList();
        Optional<XlsxBook.Sheet> named =
                shown.stream().filter(sheet -> isNamed(sheet.name())).findFirst();
        if (named.isPresent() || shown.size() < 2) {
            return named.or(() -> shown.stream().findFirst());
        }
        record Candidate(XlsxBook.Sheet sheet, int words) {}
        List<Candidate> candidates = new ArrayList<>();
        for (XlsxBook.Sheet sheet : shown) {
            candidates.add(new Candidate(sheet, Grid.known(rows(book, sheet, Grid.HEAD), known)));
        }
        return candidates.stream()
                .max(
                        Comparator.comparingInt(Candidate::words)
                                .thenComparing(one -> -candidates.indexOf(one)))
                .map(Candidate::sheet);
    }

    private boolean isNamed(String name) {
        return List.of(table.id(), table.shortId(), table.label().zh(), table.label().en()).stream()
                .anyMatch(own -> own.equalsIgnoreCase(name.strip()));
    }

    private List<Row> rows(XlsxBook book, XlsxBook.Sheet sheet, int limit) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (SheetRows read = book.rows(sheet)) {
            Optional<SheetRows.SheetRow> row = read.next();
            while (row.isPresent() && rows.size() < limit) {
                rows.add(new Row(row.get().line(), row.get().cells()));
                if (rows.size() % ROWS_A_TELL == 0) {
                    progress.accept(rows.size());
                }
                row = read.next();
            }
        }
        return rows;
    }
}
