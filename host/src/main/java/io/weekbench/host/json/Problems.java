package io.weekbench.host.json;

import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Collects what is wrong with something while it is read to its end; used by one thread. */
public final class Problems {
    /** More than a person reads; without a limit a broken file of 8 MiB is answered with 100. */
    public static final int LIMIT = 100;

    private final List<Problem> found = new ArrayList<>();
    private int unnamed;

    public void add(Problem problem) {
        if (found.size() < LIMIT) {
            found.add(problem);
        } else {
            unnamed++;
        }
    }

    public void add(String code, String at, Text message, Text hint) {
        add(new Problem(code, at, message, hint));
    }

    /** Takes over what another found, each told in another way. */
    public void addAll(Problems other, UnaryOperator<Problem> told) {
        other.found.forEach(problem -> add(told.apply(problem)));
        unnamed += other.unnamed;
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** In the order they were found; the last one says how many there was no room for. */
    public List<Problem> list() {
        if (unnamed == 0) {
            return List.copyOf(found);
        }
        List<Problem> all = new ArrayList<>(found);
        all.add(
                new Problem(
                        "more-problems",
                        "",
                        new Text(
                                "And " + unnamed + " more problems like these.",
                                "另有 " + unnamed + " 处类似问题。"),
                        new Text(
                                "Mend those above first; the rest often goes with them.",
                                "请先改正以上各处，其余往往随之消失。")));
        return all;
    }
}
