package io.weekbench.host.tracker;

import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Everything wrong with one document, in the order in which it was met. */
final class Problems {
    /** Who has so many has another kind of file, and looking on would only cost time. */
    private static final int MOST = 200;

    private final List<Problem> list = new ArrayList<>();

    void add(String code, String at, Text message, Text hint) {
        if (list.size() < MOST) {
            list.add(new Problem(code, at, message, hint));
        }
    }

    void addAll(Collection<Problem> more) {
        more.stream().limit(MOST - list.size()).forEach(list::add);
    }

    /** A name that leads nowhere; the hint offers the nearest, or else all there are. */
    void addUnknown(String code, String at, Text message, String name, Collection<String> known) {
        if (list.size() == MOST) {
            return;
        }
        List<String> names = known.stream().filter(n -> !n.isEmpty()).distinct().toList();
        List<String> nearest = Nearest.to(name, names);
        String all = names.isEmpty() ? "—" : String.join(", ", names);
        Text hint =
                nearest.isEmpty()
                        ? new Text("Use one of: " + all + ".", "可用的有：" + all + "。")
                        : new Text(
                                "Did you mean " + String.join(" or ", nearest) + "?",
                                "是否想写 " + String.join(" 或 ", nearest) + "？");
        add(code, at, message, hint);
    }

    /** Whether something at or under this path is already known to be wrong. */
    boolean isWrong(String at) {
        return list.stream()
                .anyMatch(
                        problem ->
                                problem.at().equals(at)
                                        || problem.at().startsWith(at + ".")
                                        || problem.at().startsWith(at + "["));
    }

    boolean isEmpty() {
        return list.isEmpty();
    }

    List<Problem> list() {
        return List.copyOf(list);
    }
}
