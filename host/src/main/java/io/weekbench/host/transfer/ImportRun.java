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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * From the rows of a file, whatever it was, to one step: rows → plan → step. All of it or nothing:
 * while there is a problem, nothing is written. But all of it is looked at, so that who mends a
 * file mends it once: what the header, the cells and the road have against it is told together. A
 * row with a fault is not told what else would follow from it.
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
        boolean understood = problems.isEmpty();
        plan.plan(parts, progress);
        int asked = 0;
        Long revision = plan.revision();
        if (!plan.requests().isEmpty()) {
            boolean onlyLook = dryRun || !problems.isEmpty();
            Outcome outcome = ask(plan, reason, onlyLook, progress);
            asked = explain(outcome, plan, understood);
            revision = revision(outcome);
        }
        boolean written = problems.isEmpty() && !dryRun;
        // A column that was not understood may be the one that says which items these are.
        return new Result(
                understood ? plan.counts() : Map.of(),
                asked,
                problems.list(),
                written ? revision : null);
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
    private int explain(Outcome outcome, ImportPlan plan, boolean understood) {
        List<RowProblem> found = new ArrayList<>();
        int asked = 0;
        if (outcome instanceof Outcome.Refused refused) {
            refused.problems().stream()
                    .filter(problem -> understood || !lacksColumn(plan, problem.at()))
                    .map(problem -> placed(plan, problem))
                    .forEach(found::add);
        } else if (outcome instanceof Outcome.Asked questions) {
            questions.questions().forEach(question -> found.add(placed(plan, question)));
            asked =
                    (int)
                            questions.questions().stream()
                                    .mapToInt(it -> index(it.at()))
                                    .distinct()
                                    .count();
        }
        found.stream()
                .filter(problem -> problem.row() == 0 || !problems.tellsOf(problem.row()))
                .toList()
                .forEach(problems::add);
        return asked;
    }

    /** Whether the field it is about may be one whose column was not understood. */
    private static boolean lacksColumn(ImportPlan plan, String at) {
        Matcher path = PATH.matcher(at);
        int index = index(at);
        return path.matches()
                && path.group(2) != null
                && index < plan.requests().size()
                && plan.requests().get(index).header().of(path.group(2)).isEmpty();
    }

    private static RowProblem placed(ImportPlan plan, Problem problem) {
        return placed(plan, problem.at(), problem.code(), problem.message(), problem.hint());
    }

    private static RowProblem placed(ImportPlan plan, Question question) {
        return placed(plan, question.at(), question.code(), question.question(), answer());
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
