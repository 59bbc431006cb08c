package io.weekbench.host.transfer;

import io.weekbench.api.Incoming;
import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import io.weekbench.host.json.JsonObjects;
import io.weekbench.host.json.Problems;
import io.weekbench.host.tracker.TableSpec;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the rows of one table from a file of any format. */
final class TableRead {
    private static final Pattern LINE = Pattern.compile("line (\\d{1,18}).*");

    private final TableSpec table;
    private final Columns columns;
    private final RowProblems problems;
    private final Progress progress;

    TableRead(TableSpec table, Columns columns, RowProblems problems, Progress progress) {
        this.table = table;
        this.columns = columns;
        this.problems = problems;
        this.progress = progress;
    }

    /**
     * What the file says; nothing where that was told as a problem.
     *
     * @param ignored headers of columns that are passed over
     */
    record Result(List<Part> parts, List<String> ignored, String encoding) {}

    Result read(Incoming file, Format format, String encoding) throws IOException {
        progress.at(Progress.Phase.READING, 0, file.size());
        return switch (format) {
            case CSV -> part(CsvGrid.read(bytes(file), encoding, columns::known));
            case MARKDOWN -> part(MarkdownGrid.read(bytes(file), encoding, columns::known));
            case HTML -> part(HtmlGrid.read(bytes(file), encoding, columns::known));
            case XLSX -> part(new XlsxGrid(table, columns::known, this::told).read(file));
            case JSON, JSON_LINES -> objects(Encodings.decode(bytes(file), encoding));
        };
    }

    private void told(long rows) {
        progress.at(Progress.Phase.READING, rows, 0);
    }

    private static byte[] bytes(Incoming file) throws IOException {
        try (InputStream in = file.open()) {
            return in.readAllBytes();
        }
    }

    private Result part(Grid grid) {
        if (grid.problem() != null) {
            problems.add(grid.problem());
        } else if (grid.rows().isEmpty()) {
            problems.add(noHeader());
        }
        if (!problems.isEmpty()) {
            return new Result(List.of(), List.of(), "");
        }
        Columns.Header header = columns.read(grid.rows().get(0), problems);
        checkKey(header, grid.rows().get(0).line());
        Part part = new Part(header, grid.rows().subList(1, grid.rows().size()));
        return new Result(List.of(part), header.ignored(), grid.encoding());
    }

    private Result objects(Encodings.Decoded decoded) {
        if (decoded instanceof Encodings.Bad bad) {
            problems.add(bad.problem());
            return new Result(List.of(), List.of(), "");
        }
        Encodings.Good good = (Encodings.Good) decoded;
        JsonParts rows = new JsonParts(columns, problems);
        Problems found = new Problems();
        JsonObjects.read(good.text(), rows::add, found);
        found.list().forEach(problem -> problems.add(placed(problem)));
        rows.parts().forEach(part -> checkKey(part.header(), part.rows().get(0).line()));
        List<String> ignored =
                rows.parts().stream()
                        .flatMap(part -> part.header().ignored().stream())
                        .distinct()
                        .toList();
        return new Result(rows.parts(), ignored, good.encoding());
    }

    private static RowProblem placed(Problem problem) {
        Matcher line = LINE.matcher(problem.at());
        return new RowProblem(
                problem.code(),
                line.matches() ? Long.parseLong(line.group(1)) : 0,
                "",
                problem.message(),
                problem.hint());
    }

    /** A key column that is not in the file would make every row a new item. */
    private void checkKey(Columns.Header header, long line) {
        Stream<String> missing =
                header.id() >= 0
                        ? Stream.empty()
                        : table.key().stream().filter(field -> header.of(field).isEmpty());
        missing.forEach(field -> problems.add(missingKey(line, field)));
    }

    private RowProblem missingKey(long line, String field) {
        Text label = table.field(field).orElseThrow().label();
        return new RowProblem(
                "missing-column",
                line,
                field,
                new Text(
                        "There is no column for " + label.en() + ", which names the items.",
                        "缺少用于识别条目的列「" + label.zh() + "」。"),
                new Text(
                        "Add it, or map a column to it: HEADER=" + field,
                        "请补上该列，或指定对应关系：列名=" + field));
    }

    private static RowProblem noHeader() {
        return RowProblem.ofFile(
                "empty-file",
                new Text("The file is empty.", "文件为空。"),
                new Text("The first line must name the columns.", "第一行必须是列名。"));
    }
}
