package io.weekbench.host.transfer;

import io.weekbench.api.Outcome;
import io.weekbench.api.Problem;
import io.weekbench.api.Question;
import io.weekbench.api.Request;
import io.weekbench.api.Text;
import io.weekbench.api.Workbench;
import io.weekbench.host.workbench.Caller;
import io.weekbench.host.workbench.LiveWorkbench;
import io.weekbench.host.workbench.StepProgress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * From the rows of a file, whatever it was, to one step: rows → plan → step. All of it or nothing:
 * while there is a problem, nothing is written.
 */
final class ImportRun {
    private static final Pattern PATH =
            Pattern.compile("requests\\[(\\d+)](?:\\.(?:values|set)\\.([A-Za-z0-9]+))?.*");

    private final LiveWorkbench live;
    private final Caller caller;
    private final RowProblems problems;

    /**
     * @param problems found while the rows were read
     */
    ImportRun(LiveWorkbench live, Caller caller, RowProblems problems) {
        this.live = live;
        this.caller = caller;
        this.problems = problems;
    }

    /** What came of it. */
    record Result(
            Map<String, ImportReport.Counts> counts,
            int asked,
            List<RowProblem> problems,
            @Nullable Long revision) {

        ImportReport.Counts sum() {
            return counts.values().stream()
                    .reduce(ImportReport.Counts.NONE, ImportReport.Counts::plus);
        }
    }

    /**
     * @param parts those that others refer to first
     * @param reason names the step in histories and in undo
     */
    Result run(List<Part> parts, String reason, boolean dryRun, Progress progress) {
        Workbench workbench = live.as(caller);
        ImportPlan plan = new ImportPlan(live.catalog(), workbench, problems);
        if (problems.isEmpty()) {
            plan.plan(parts, progress);
        }
        int asked = 0;
        Long revision = plan.revision();
        if (problems.isEmpty() && !plan.requests().isEmpty()) {
            Outcome outcome = ask(plan, reason, dryRun, progress);
            asked = explain(outcome, plan);
            revision = revision(outcome);
        }
        boolean written = problems.isEmpty() && !dryRun;
        return new Result(plan.counts(), asked, problems.list(), written ? revision : null);
    }

    private Outcome ask(ImportPlan plan, String reason, boolean dryRun, Progress progress) {
        List<Request> requests =
                plan.requests().stream()
                        .map(planned -> Objects.requireNonNull(planned.request()))
                        .toList();
        StepProgress told = told(progress, requests.size());
        return dryRun
                ? live.previewStep(caller, reason, requests, told)
                : live.step(caller, reason, requests, told);
    }

    private static StepProgress told(Progress progress, long total) {
        return new StepProgress() {
            @Override
            public void judged(long done) {
                progress.at(Progress.Phase.CHECKING, done, total);
            }

            @Override
            public void durable(long done) {
                progress.at(Progress.Phase.WRITING, done, total);
            }
        };
    }

    private static @Nullable Long revision(Outcome outcome) {
        return outcome instanceof Outcome.Accepted accepted ? accepted.commit().revision() : null;
    }

    /** Adds what the road said, by row and column; how many rows it asked about. */
    private int explain(Outcome outcome, ImportPlan plan) {
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
        Planned planned = plan.requests().get(index);
        String column = path.group(2) == null ? "" : planned.header().columnOf(path.group(2));
        return new RowProblem(code, planned.row().line(), column, message, hint);
    }

    private static int index(String at) {
        Matcher path = PATH.matcher(at);
        return path.matches() ? Integer.parseInt(path.group(1)) : -1;
    }

    private static Text answer() {
        return new Text(
                "Nothing was written. Make this change in the workbench, where it can be answered.",
                "没有写入任何内容。请在工作台中修改，以便回答。");
    }
}
