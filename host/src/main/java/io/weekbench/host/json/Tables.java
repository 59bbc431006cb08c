package io.weekbench.host.json;

import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.Nearest;
import io.weekbench.host.tracker.TableSpec;
import java.util.List;

/** What to say where a door names a table or field that is not there. */
public final class Tables {
    private Tables() {}

    public static Problem unknown(String id, String at, Catalog catalog) {
        List<String> known =
                catalog.trackers().stream()
                        .flatMap(tracker -> tracker.tables().stream())
                        .map(TableSpec::id)
                        .toList();
        Problem problem = unknown("unknown-table", "table", "表", id, at, known);
        return hasTracker(catalog, id) ? problem : uninstalled(problem);
    }

    private static boolean hasTracker(Catalog catalog, String id) {
        return catalog.trackers().stream().anyMatch(tracker -> id.startsWith(tracker.id() + "."));
    }

    /** Perhaps of a tracker that this home does not have. */
    private static Problem uninstalled(Problem problem) {
        return new Problem(
                problem.code(),
                problem.at(),
                problem.message(),
                new Text(
                        problem.hint().en() + " More come with: weekbench plugin install",
                        problem.hint().zh() + "安装其他追踪器：weekbench plugin install"));
    }

    /** Of an item that never was there, or is no more. */
    public static Problem absent(TableSpec table, String id) {
        return new Problem(
                "no-such-item",
                "",
                new Text(
                        "There is no "
                                + id
                                + " in "
                                + table.label().en()
                                + " ("
                                + table.id()
                                + ").",
                        "「" + table.label().zh() + "」（" + table.id() + "）中没有 " + id + "。"),
                new Text(
                        "See which ids there are: weekbench query "
                                + table.id()
                                + ". What was deleted is still there at an earlier moment (as of).",
                        "查看有哪些 id：weekbench query " + table.id() + "。已删除的条目仍可在更早的时刻查看。"));
    }

    public static Problem unknownField(String id, String at, TableSpec table) {
        List<String> known =
                table.fields().stream()
                        .filter(field -> !field.retired())
                        .map(FieldSpec::id)
                        .toList();
        return unknown("unknown-field", "field", "字段", id, at, known);
    }

    private static Problem unknown(
            String code, String en, String zh, String id, String at, List<String> known) {
        String nearest = Nearest.of(id, known).orElse("");
        return new Problem(
                code,
                at,
                new Text(
                        "There is no " + en + " " + Faults.quote(id) + ".",
                        "没有名为 " + Faults.quote(id) + " 的" + zh + "。"),
                nearest.isEmpty()
                        ? new Text(
                                "There are: " + String.join(", ", known) + ".",
                                "现有：" + String.join("、", known) + "。")
                        : new Text("Did you mean " + nearest + "?", "是否想写 " + nearest + "？"));
    }
}
