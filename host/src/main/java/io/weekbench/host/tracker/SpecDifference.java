package io.weekbench.host.tracker;

import io.weekbench.api.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What another version of a tracker declares otherwise, in words: tables, fields, views. */
public final class SpecDifference {
    private final List<Text> lines = new ArrayList<>();

    private SpecDifference() {}

    /**
     * @param before null where there was none
     */
    public static List<Text> between(@Nullable TrackerSpec before, TrackerSpec after) {
        SpecDifference difference = new SpecDifference();
        difference.tables(before == null ? Map.of() : tables(before), tables(after));
        difference.compare(
                new Text("view", "视图"),
                before == null ? Map.of() : views(before),
                views(after),
                after.id() + ".");
        return difference.lines;
    }

    private static Map<String, TableSpec> tables(TrackerSpec tracker) {
        List<TableSpec> declared = tracker.tables().stream().filter(t -> !t.retired()).toList();
        return by(TableSpec::id, declared);
    }

    private static Map<String, ViewSpec> views(TrackerSpec tracker) {
        return by(ViewSpec::id, tracker.views());
    }

    private static Map<String, FieldSpec> fields(TableSpec table) {
        return by(FieldSpec::id, table.fields().stream().filter(f -> !f.retired()).toList());
    }

    private static <T> Map<String, T> by(Function<T, String> id, List<T> all) {
        Map<String, T> map = new LinkedHashMap<>();
        all.forEach(one -> map.put(id.apply(one), one));
        return map;
    }

    private void tables(Map<String, TableSpec> before, Map<String, TableSpec> after) {
        Text table = new Text("table", "表");
        for (TableSpec now : after.values()) {
            TableSpec was = before.get(now.id());
            if (was == null) {
                tell("New ", "新增", table, now.id());
                continue;
            }
            if (!bare(was).equals(bare(now))) {
                tell("Changed ", "修改了", table, now.id());
            }
            compare(new Text("field", "字段"), fields(was), fields(now), now.id() + ".");
        }
        gone(table, before, after, "");
    }

    /** Without its fields, which are told one by one. */
    private static TableSpec bare(TableSpec table) {
        return table.with(table.number(), false, List.of());
    }

    private <T> void compare(Text kind, Map<String, T> before, Map<String, T> after, String path) {
        after.forEach(
                (id, now) -> {
                    T was = before.get(id);
                    if (was == null) {
                        tell("New ", "新增", kind, path + id);
                    } else if (!was.equals(now)) {
                        tell("Changed ", "修改了", kind, path + id);
                    }
                });
        gone(kind, before, after, path);
    }

    private void gone(Text kind, Map<String, ?> before, Map<String, ?> after, String path) {
        before.keySet().stream()
                .filter(id -> !after.containsKey(id))
                .forEach(id -> tell("Gone: ", "移除", kind, path + id));
    }

    private void tell(String en, String zh, Text kind, String what) {
        lines.add(new Text(en + kind.en() + " " + what, zh + kind.zh() + " " + what));
    }
}
