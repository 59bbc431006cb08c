package io.weekbench.host.transfer;

import io.weekbench.api.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/**
 * The table of a page that is meant: the one whose header knows most fields, of such the largest.
 * So it is with what a spreadsheet or a browser puts on the clipboard, too.
 */
final class HtmlGrid {
    /** A page of some hundred bytes can ask for millions of elements; half a million cells fit. */
    private static final int MOST_ELEMENTS = 1_000_000;

    private static final int DECLARED_WITHIN = 2_048;
    private static final Pattern DECLARED = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w-]+)");

    private HtmlGrid() {}

    static Grid read(byte[] bytes, String encoding, ToIntFunction<List<String>> known) {
        Encodings.Decoded decoded = decode(bytes, encoding);
        if (decoded instanceof Encodings.Bad bad) {
            return Grid.unreadable(bad.problem());
        }
        Encodings.Good good = (Encodings.Good) decoded;
        Optional<Document> page = parse(good.text());
        if (page.isEmpty()) {
            return Grid.unreadable(tooLarge());
        }
        record Candidate(List<Row> rows, int words) {}
        List<Candidate> tables = new ArrayList<>();
        for (Element table : page.get().select("table")) {
            Optional<List<Row>> rows = HtmlTable.rows(table);
            if (rows.isEmpty()) {
                return Grid.unreadable(tooLarge());
            }
            tables.add(new Candidate(rows.get(), Grid.known(rows.get(), known)));
        }
        return tables.stream()
                .filter(table -> !table.rows().isEmpty())
                .max(
                        Comparator.comparingInt(Candidate::words)
                                .thenComparingInt(table -> table.rows().size())
                                .thenComparingInt(table -> -tables.indexOf(table)))
                .map(table -> Grid.below(table.rows(), good.encoding(), known))
                .orElseGet(() -> Grid.unreadable(noTable()));
    }

    /** As it is found out; else as the page itself says. */
    private static Encodings.Decoded decode(byte[] bytes, String encoding) {
        Encodings.Decoded decoded = Encodings.decode(bytes, encoding);
        if (decoded instanceof Encodings.Good || !encoding.isEmpty()) {
            return decoded;
        }
        int length = Math.min(bytes.length, DECLARED_WITHIN);
        Matcher declared =
                DECLARED.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
        return declared.find()
                        && Encodings.decode(bytes, declared.group(1)) instanceof Encodings.Good good
                ? good
                : decoded;
    }

    /** Empty where it has too many elements, which is noticed while it is read. */
    private static Optional<Document> parse(String html) {
        StreamParser stream = new StreamParser(Parser.htmlParser());
        try (stream) {
            Iterator<Element> elements = stream.parse(html, "").iterator();
            for (int count = 0; elements.hasNext(); count++) {
                if (count > MOST_ELEMENTS) {
                    return Optional.empty();
                }
                elements.next();
            }
            return Optional.of(stream.document());
        }
    }

    private static RowProblem tooLarge() {
        return RowProblem.ofFile(
                "too-large",
                new Text("This page has too many cells.", "页面中的单元格过多。"),
                new Text("Save the sheet as xlsx or CSV and import that.", "请另存为 xlsx 或 CSV 再导入。"));
    }

    private static RowProblem noTable() {
        return RowProblem.ofFile(
                "no-table",
                new Text("There is no table in this page.", "页面中没有表格。"),
                new Text("Copy the cells with their header row.", "请连同表头行一起复制单元格。"));
    }
}
