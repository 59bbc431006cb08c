package io.weekbench.host.tracker;

import io.weekbench.api.Text;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks whether the names in a tracker that was read lead somewhere and fit together. */
final class SpecCheck {
    /** Types whose values do not name anything. */
    private static final Set<FieldType> NO_KEY =
            EnumSet.of(FieldType.MARKDOWN, FieldType.CHOICES, FieldType.REFERENCES, FieldType.FILE);

    private final TrackerSpec tracker;
    private final Problems problems;
    private final Conditions conditions;
    private final FieldCheck fields;

    /**
     * @param catalog with this tracker among the others
     */
    SpecCheck(TrackerSpec tracker, Catalog catalog, ExpressionCheck language, Problems problems) {
        this.tracker = tracker;
        this.problems = problems;
        this.conditions = new Conditions(tracker, catalog, language, problems);
        this.fields = new FieldCheck(tracker, catalog, problems);
    }

    void run() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < tracker.tables().size(); i++) {
            TableSpec table = tracker.tables().get(i);
            String at = "tables[" + i + "]";
            noteTwice(ids, table.id(), at);
            checkTable(table, at);
        }
        fields.run();
        conditions.checkTables();
        Set<String> views = new HashSet<>();
        for (int i = 0; i < tracker.views().size(); i++) {
            noteTwice(views, tracker.views().get(i).id(), "views[" + i + "]");
            checkView(tracker.views().get(i), "views[" + i + "]");
        }
    }

    private void noteTwice(Set<String> seen, String id, String at) {
        boolean named = !id.isEmpty() && !id.endsWith(".");
        if (named && !seen.add(id) && !problems.isWrong(at + ".id")) {
            problems.add(
                    "duplicate-id",
                    at + ".id",
                    new Text("There are two “" + id + "”.", "有两个“" + id + "”。"),
                    new Text("Give one of them another id.", "给其中一个换个 id。"));
        }
    }

    private void checkTable(TableSpec table, String at) {
        Set<String> ids = new HashSet<>();
        for (int j = 0; j < table.fields().size(); j++) {
            noteTwice(ids, table.fields().get(j).id(), at + ".fields[" + j + "]");
        }
        for (int k = 0; k < table.key().size(); k++) {
            checkKey(table, table.key().get(k), at + ".key[" + k + "]");
        }
        checkField(table, table.title(), at + ".title");
        Set<String> earlier = new HashSet<>();
        for (int j = 0; j < table.fields().size(); j++) {
            checkWas(table, table.fields().get(j), at + ".fields[" + j + "].was", earlier);
        }
    }

    private boolean checkField(TableSpec table, String id, String at) {
        if (problems.isWrong(at) || id.isEmpty()) {
            return false;
        }
        if (table.field(id).isEmpty()) {
            problems.addUnknown(
                    "unknown-field",
                    at,
                    new Text(
                            "Table “" + table.shortId() + "” has no field “" + id + "”.",
                            "表“" + table.shortId() + "”没有字段“" + id + "”。"),
                    id,
                    ids(table));
            return false;
        }
        return true;
    }

    static List<String> ids(TableSpec table) {
        return table.fields().stream()
                .filter(field -> !field.retired())
                .map(FieldSpec::id)
                .toList();
    }

    private void checkKey(TableSpec table, String id, String at) {
        if (!checkField(table, id, at)) {
            return;
        }
        FieldSpec field = table.field(id).orElseThrow();
        String owner = at.substring(0, at.indexOf(".key"));
        if (problems.isWrong(owner + ".fields[" + table.fields().indexOf(field) + "]")) {
            return;
        }
        if (!field.isStored() || NO_KEY.contains(field.type())) {
            problems.add(
                    "bad-key",
                    at,
                    new Text("“" + id + "” cannot name an item.", "“" + id + "”不能用来标识一条记录。"),
                    new Text(
                            "Use stored fields of one short value: text, choice, reference, date …",
                            "请用存储的、单个短值的字段：text、choice、reference、date 等。"));
        } else if (!field.required()) {
            problems.add(
                    "bad-key",
                    at,
                    new Text(
                            "“" + id + "” may be empty, so it cannot name an item.",
                            "“" + id + "”可以为空，不能用来标识一条记录。"),
                    new Text(
                            "Give the field “" + id + "” \"required\": true.",
                            "给字段“" + id + "”加上 \"required\": true。"));
        }
    }

    private void checkWas(TableSpec table, FieldSpec field, String at, Set<String> earlier) {
        for (int k = 0; k < field.was().size(); k++) {
            String was = field.was().get(k);
            if (table.field(was).isPresent()) {
                problems.add(
                        "bad-rename",
                        at + "[" + k + "]",
                        new Text(
                                "“" + was + "” is still a field of this table.",
                                "“" + was + "”仍是这张表的字段。"),
                        new Text(
                                "Take the field “" + was + "” away, or leave it out here.",
                                "删除字段“" + was + "”，或在此处去掉它。"));
            } else if (!earlier.add(was)) {
                problems.add(
                        "bad-rename",
                        at + "[" + k + "]",
                        new Text(
                                "Two fields claim to have been “" + was + "”.",
                                "有两个字段都说自己以前叫“" + was + "”。"),
                        new Text("Keep it in one of them.", "只在其中一个里保留。"));
            }
        }
    }

    private void checkView(ViewSpec view, String at) {
        TableSpec table =
                tracker.tables().stream()
                        .filter(t -> t.id().equals(view.table()))
                        .findFirst()
                        .orElse(null);
        if (table == null) {
            if (!problems.isWrong(at + ".table")) {
                String id = view.table().substring(tracker.id().length() + 1);
                problems.addUnknown(
                        "unknown-table",
                        at + ".table",
                        new Text(
                                "This tracker has no table “" + id + "”.", "这个追踪器没有表“" + id + "”。"),
                        id,
                        tracker.tables().stream().map(TableSpec::shortId).toList());
            }
            return;
        }
        for (int k = 0; k < view.columns().size(); k++) {
            checkField(table, view.columns().get(k), at + ".columns[" + k + "]");
        }
        for (int k = 0; k < view.sort().size(); k++) {
            checkField(table, view.sort().get(k).field(), at + ".sort[" + k + "].field");
        }
        if (!view.where().isBlank()) {
            conditions.check(table.id(), view.where(), FieldType.BOOLEAN, at + ".where");
        }
    }
}
