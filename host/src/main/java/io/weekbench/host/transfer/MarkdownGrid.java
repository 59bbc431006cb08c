package io.weekbench.host.transfer;

import io.weekbench.api.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** The table of a Markdown page whose header knows most fields; what stands around it is prose. */
final class MarkdownGrid {
    private MarkdownGrid() {}

    static Grid read(byte[] bytes, String encoding, ToIntFunction<List<String>> known) {
        Encodings.Decoded decoded = Encodings.decode(bytes, encoding);
        if (decoded instanceof Encodings.Bad bad) {
            return Grid.unreadable(bad.problem());
        }
        Encodings.Good good = (Encodings.Good) decoded;
        List<TableBlock> tables = tables(good.text());
        Optional<TableBlock> meant =
                tables.stream()
                        .max(
                                Comparator.<TableBlock>comparingInt(
                                                table ->
                                                        known.applyAsInt(
                                                                rows(table).get(0).words()))
                                        .thenComparing(table -> -tables.indexOf(table)));
        if (meant.isEmpty()) {
            return Grid.unreadable(noTable());
        }
        List<String> lines = good.text().lines().toList();
        Optional<RowProblem> cut = firstCut(meant.get(), lines);
        return cut.isPresent()
                ? Grid.unreadable(cut.get())
                : new Grid(rows(meant.get()), good.encoding(), null);
    }

    private static List<TableBlock> tables(String text) {
        Parser parser =
                Parser.builder()
                        .extensions(List.of(TablesExtension.create()))
                        .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                        .build();
        List<TableBlock> tables = new ArrayList<>();
        parser.parse(text)
                .accept(
                        new AbstractVisitor() {
                            @Override
                            public void visit(CustomBlock block) {
                                if (block instanceof TableBlock table) {
                                    tables.add(table);
                                }
                            }
                        });
        return tables;
    }

    private static List<TableRow> tableRows(TableBlock table) {
        List<TableRow> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                rows.add((TableRow) row);
            }
        }
        return rows;
    }

    private static List<Row> rows(TableBlock table) {
        return tableRows(table).stream()
                .map(row -> new Row(line(row), MarkdownCell.texts(row)))
                .toList();
    }

    private static int line(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty() ? 0 : spans.get(0).getLineIndex() + 1;
    }

    /** A row with more cells than the header loses them without a word, the specification says. */
    private static Optional<RowProblem> firstCut(TableBlock table, List<String> lines) {
        List<TableRow> rows = tableRows(table);
        int width = MarkdownCell.texts(rows.get(0)).size();
        return rows.stream()
                .filter(row -> MarkdownCell.count(lines.get(line(row) - 1)) > width)
                .findFirst()
                .map(row -> tooWide(line(row), width));
    }

    private static RowProblem tooWide(int line, int width) {
        return new RowProblem(
                "wrong-width",
                line,
                "",
                new Text(
                        "This row has more cells than the header, which has " + width + ".",
                        "这一行的单元格多于表头（" + width + " 个）。"),
                new Text("Write a bar within a cell as \\|.", "单元格内的竖线请写成 \\|。"));
    }

    private static RowProblem noTable() {
        return RowProblem.ofFile(
                "no-table",
                new Text("There is no table in this page.", "页面中没有表格。"),
                new Text(
                        "Write one as | name | … | with a line | --- | … | below the header.",
                        "请写成 | 名称 | … |，并在表头下加一行 | --- | … |。"));
    }
}
