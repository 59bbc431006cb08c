package io.weekbench.host.transfer;

import io.weekbench.api.Outcome;
import io.weekbench.api.Problem;
import io.weekbench.api.Question;
import io.weekbench.api.Request;
import io.weekbench.api.Text;
import io.weekbench.api.Workbench;
import io.weekbench.host.tracker.TableSpec;
import io.weekbench.host.workbench.Caller;
import io.weekbench.host.workbench.LiveWorkbench;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings a CSV file in: bytes → text → rows → columns → plan → one step. All of it or nothing:
 * while there is a problem, nothing is written.
 */
public final class CsvImport {
    private static final Pattern PATH =
            Pattern.compile("requests\\[(\\d+)](?:\\.(?:values|set)\\.([A-Za-z0-9]+))?.*");

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
        Workbench workbench = live.as(caller);
        ImportPlan plan = new ImportPlan(table, live.catalog(), header, workbench, problems);
        if (problems.isEmpty()) {
            plan.plan(csv.rows().subList(1, csv.rows().size()));
        }
        int asked = 0;
        Long revision = options.dryRun() ? null : (Long) plan.revision();
        if (problems.isEmpty() && !plan.requests().isEmpty()) {
            Outcome outcome = ask(plan, workbench, reason, options.dryRun(), progress);
            asked = explain(outcome, plan, problems);
            revision = options.dryRun() ? null : revision(outcome);
        }
        return plan.report(
                asked, header.ignored(), good.encoding(), problems.isEmpty() ? revision : null);
    }

    private Outcome ask(
            ImportPlan plan,
            Workbench workbench,
            String reason,
            boolean dryRun,
            LongConsumer progress) {
        List<Request> requests =
                plan.requests().stream()
                        .map(planned -> Objects.requireNonNull(planned.request()))
                        .toList();
        return dryRun
                ? workbench.preview(new Request.Batch(reason, requests))
                : live.step(caller, reason, requests, progress);
    }

    private static @Nullable Long revision(Outcome outcome) {
        return outcome instanceof Outcome.Accepted accepted ? accepted.commit().revision() : null;
    }

    /** Adds what the road said, by row and column; how many rows it asked about. */
    private static int explain(Outcome outcome, ImportPlan plan, RowProblems problems) {
        if (outcome instanceof Outcome.Refused refused) {
            for (Problem problem : refused.problems()) {
                problems.add(
                        placed(
                                plan,
                                problem.at(),
                                problem.code(),
                                problem.message(),
                                problem.hint()));
            }
        } else if (outcome instanceof Outcome.Asked asked) {
            for (Question question : asked.questions()) {
                problems.add(
                        placed(
                                plan,
                                question.at(),
                                question.code(),
                                question.question(),
                                answer()));
            }
            return (int)
                    asked.questions().stream().mapToInt(one -> index(one.at())).distinct().count();
        }
        return 0;
    }

    private static RowProblem placed(
            ImportPlan plan, String at, String code, Text message, Text hint) {
        Matcher path = PATH.matcher(at);
        int index = index(at);
        if (index < 0 || index >= plan.requests().size() || !path.matches()) {
            return RowProblem.ofFile(code, message, hint);
        }
        String column = path.group(2) == null ? "" : plan.columnOf(path.group(2));
        return new RowProblem(code, plan.requests().get(index).row().line(), column, message, hint);
    }

    private static int index(String at) {
        Matcher path = PATH.matcher(at);
        return path.matches() ? Integer.parseInt(path.group(1)) : -1;
    }

    /** A key column that is not in the file would make every row a new item. */
    private static void checkKey(
            TableSpec table, Columns.Header header, CsvReader.Row row, RowProblems problems) {
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

    private static Text answer() {
        return new Text(
                "Nothing was written. Make this change in the workbench, where it can be answered.",
                "没有写入任何内容。请在工作台中修改，以便回答。");
    }

    private static RowProblem noHeader() {
        return RowProblem.ofFile(
                "empty-file",
                new Text("The file is empty.", "文件为空。"),
                new Text("The first line must name the columns.", "第一行必须是列名。"));
    }
}
