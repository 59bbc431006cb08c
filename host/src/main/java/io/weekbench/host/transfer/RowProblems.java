package io.weekbench.host.transfer;

import io.weekbench.api.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with a file; no more than a person would read. */
final class RowProblems {
    private static final int LIMIT = 500;

    private final List<RowProblem> found = new ArrayList<>();
    private final Set<Long> lines = new HashSet<>();
    private int unnamed;

    void add(RowProblem problem) {
        lines.add(problem.row());
        if (found.size() < LIMIT) {
            found.add(problem);
        } else {
            unnamed++;
        }
    }

    /** Whether something was said already about this line. */
    boolean tellsOf(long line) {
        return lines.contains(line);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** In the order of the file, however many times it was gone through. */
    List<RowProblem> list() {
        List<RowProblem> all = new ArrayList<>(found);
        all.sort(Comparator.comparingLong(RowProblem::row));
        if (unnamed > 0) {
            all.add(
                    RowProblem.ofFile(
                            "more-problems",
                            new Text(
                                    "And " + unnamed + " more problems like these.",
                                    "另有 " + unnamed + " 处类似问题。"),
                            new Text("Mend those above first.", "请先改正以上各处。")));
        }
        return all;
    }
}
