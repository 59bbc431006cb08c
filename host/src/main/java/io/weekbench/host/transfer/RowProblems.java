package io.weekbench.host.transfer;

import io.weekbench.api.Text;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a file; no more than a person would read. */
final class RowProblems {
    private static final int LIMIT = 500;

    private final List<RowProblem> found = new ArrayList<>();
    private int unnamed;

    void add(RowProblem problem) {
        if (found.size() < LIMIT) {
            found.add(problem);
        } else {
            unnamed++;
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<RowProblem> list() {
        List<RowProblem> all = new ArrayList<>(found);
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
