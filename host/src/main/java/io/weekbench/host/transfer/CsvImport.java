package io.weekbench.host.transfer;

import io.weekbench.api.Text;
import io.weekbench.host.tracker.TableSpec;
import io.weekbench.host.workbench.Caller;
import io.weekbench.host.workbench.LiveWorkbench;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Brings a CSV file in: bytes → text → rows → columns → plan → one step. All of it or nothing:
 * while there is a problem, nothing is written.
 */
public final class CsvImport {
    private final LiveWorkbench live;
    private final Caller caller;

    public CsvImport(LiveWorkbench live, Caller caller) {
        this.live = live;
        this.caller = caller;
    }

    /**
     * How to read the file.
     *
     * @param mapping headers to field ids, or to "-" for columns that are not wanted
     * @param encoding empty to find out
     * @param dryRun look what would come of it, and write nothing
     */
    public record Options(Map<String, String> mapping, String encoding, boolean dryRun) {
        public Options {
            mapping = Map.copyOf(mapping);
        }
    }

    /**
     * @param reason names the step in histories and in undo
     * @param progress told how many rows are durable
     */
    public ImportReport run(
            TableSpec table, byte[] bytes, String reason, Options options, LongConsumer progress) {
        Encodings.Decoded decoded = Encodings.decode(bytes, options.encoding());
        if (decoded instanceof Encodings.Bad bad) {
            return ImportReport.unread(bad.problem());
        }
        Encodings.Good good = (Encodings.Good) decoded;
        Columns columns = new Columns(table, options.mapping());
        CsvReader.Table csv = CsvReader.read(good.text(), columns::known);
        if (csv.problem() != null) {
            return ImportReport.unread(csv.problem());
        }
        if (csv.rows().isEmpty()) {
            return ImportReport.unread(noHeader());
        }
        RowProblems problems = new RowProblems();
        Columns.Header header = columns.read(csv.rows().get(0), problems);
        checkKey(table, header, csv.rows().get(0), problems);
        Part part = new Part(header, csv.rows().subList(1, csv.rows().size()));
        ImportRun.Result result =
                new ImportRun(live, caller, problems)
                        .run(List.of(part), reason, options.dryRun(), progress);
        return new ImportReport(
                result.sum(),
                Map.of(),
                result.asked(),
                result.problems(),
                header.ignored(),
                good.encoding(),
                result.revision());
    }

    /** A key column that is not in the file would make every row a new item. */
    private static void checkKey(
            TableSpec table, Columns.Header header, Row row, RowProblems problems) {
        Stream<String> missing =
                header.id() >= 0
                        ? Stream.empty()
                        : table.key().stream().filter(field -> header.of(field).isEmpty());
        missing.forEach(
                field ->
                        problems.add(
                                new RowProblem(
                                        "missing-column",
                                        row.line(),
                                        field,
                                        new Text(
                                                "There is no column for "
                                                        + field
                                                        + ", which names the items.",
                                                "缺少用于识别条目的列 " + field + "。"),
                                        new Text(
                                                "Add it, or map a column to it: HEADER=" + field,
                                                "请补上该列，或指定对应关系：列名=" + field))));
    }

    private static RowProblem noHeader() {
        return RowProblem.ofFile(
                "empty-file",
                new Text("The file is empty.", "文件为空。"),
                new Text("The first line must name the columns.", "第一行必须是列名。"));
    }
}
