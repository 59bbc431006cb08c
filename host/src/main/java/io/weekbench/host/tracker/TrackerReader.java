package io.weekbench.host.tracker;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.api.Query.Sort;
import io.weekbench.api.Text;
import java.util.List;

/**
 * Reads the outer parts of a {@code tracker.json}. Each entry of a list gives something, however
 * wrong it is, so that the place in the list and the place in the file stay the same.
 */
final class TrackerReader {
    private final Problems problems;
    private final FieldReader fields;

    TrackerReader(Problems problems) {
        this.problems = problems;
        this.fields = new FieldReader(problems);
    }

    TrackerSpec read(JsonNode document) {
        JsonProperties in = new JsonProperties(document, "", problems);
        in.optionalText("$schema");
        capabilities(in);
        String id = in.name("id", Names.KEBAB);
        if (id.equals(SystemTables.TRACKER)) {
            problems.add(
                    "bad-name",
                    "id",
                    new Text("“" + id + "” is the host's own.", "“" + id + "”是系统保留的。"),
                    new Text("Choose another id.", "请换一个 id。"));
        }
        TrackerSpec tracker =
                new TrackerSpec(
                        id,
                        in.name("version", Names.VERSION),
                        in.label("label"),
                        in.optionalLabel("description"),
                        icon(in),
                        in.fullList("tables", (node, at) -> table(node, at, id)),
                        in.list("views", (node, at) -> view(node, at, id)));
        in.end();
        return tracker;
    }

    Introduction introduce(JsonNode document) {
        JsonProperties in = new JsonProperties(document, "", problems);
        return new Introduction(
                in.name("id", Names.KEBAB),
                in.name("version", Names.VERSION),
                in.label("label"),
                in.optionalLabel("description"),
                icon(in),
                in.list(
                        "tables",
                        (node, at) -> new JsonProperties(node, at, problems).label("label")),
                in.list("views", (node, at) -> at).size(),
                capabilities(in));
    }

    private String icon(JsonProperties in) {
        String icon = in.optionalText("icon");
        if (icon == null || TrackerSpec.ICONS.contains(icon)) {
            return icon == null ? "" : icon;
        }
        problems.addUnknown(
                "unknown-icon",
                in.at("icon"),
                new Text("There is no icon “" + icon + "”.", "没有“" + icon + "”这个图标。"),
                icon,
                TrackerSpec.ICONS);
        return "";
    }

    private Capabilities capabilities(JsonProperties document) {
        JsonNode node = document.ask("capabilities");
        if (node == null) {
            return Capabilities.NONE;
        }
        JsonProperties in = new JsonProperties(node, document.at("capabilities"), problems);
        Capabilities capabilities =
                new Capabilities(
                        in.list("reads", in.names(Names.TABLE_REFERENCE)),
                        in.list("writes", in.names(Names.TABLE_REFERENCE)),
                        in.list("fetches", in.names(Names.HOST)));
        in.end();
        return capabilities;
    }

    private TableSpec table(JsonNode node, String at, String tracker) {
        JsonProperties in = new JsonProperties(node, at, problems);
        TableSpec table =
                new TableSpec(
                        0,
                        tracker + "." + in.name("id", Names.KEBAB),
                        in.label("label"),
                        in.optionalLabel("description"),
                        in.optionalFullList("key", in.names(Names.FIELD)),
                        in.name("title", Names.FIELD),
                        in.flag("append", false),
                        in.flag("history", true),
                        false,
                        in.fullList("fields", fields::read));
        in.end();
        if (table.append() && !table.history()) {
            problems.add(
                    "append-without-history",
                    in.at("history"),
                    new Text(
                            "A ledger (append) cannot forget its history.",
                            "只增不改的表（append）不能不保留历史。"),
                    new Text(
                            "Leave “history” out, or take “append” away.",
                            "去掉“history”，或去掉“append”。"));
        }
        return table.append() ? table.asLedger() : table;
    }

    private ViewSpec view(JsonNode node, String at, String tracker) {
        JsonProperties in = new JsonProperties(node, at, problems);
        String id = in.name("id", Names.KEBAB);
        String kind = in.text("kind");
        if (!kind.isBlank() && !ViewSpec.KINDS.contains(kind)) {
            problems.addUnknown(
                    "unknown-kind",
                    in.at("kind"),
                    new Text("There is no view kind “" + kind + "”.", "没有“" + kind + "”这种视图。"),
                    kind,
                    ViewSpec.KINDS);
        }
        String where = in.optionalText("where");
        String module = in.optionalName("module", Names.MODULE);
        ViewSpec view =
                new ViewSpec(
                        id,
                        kind,
                        tracker + "." + in.name("table", Names.KEBAB),
                        in.label("label"),
                        in.optionalLabel("description"),
                        columns(in, kind),
                        in.list("sort", this::sort),
                        where == null ? "" : where,
                        module == null ? "" : module,
                        in.object("options"));
        in.end();
        return view;
    }

    /** A grid is its columns; other kinds may say in their options what they show. */
    private static List<String> columns(JsonProperties in, String kind) {
        return kind.equals("grid")
                ? in.fullList("columns", in.names(Names.FIELD))
                : in.optionalFullList("columns", in.names(Names.FIELD));
    }

    private Sort sort(JsonNode node, String at) {
        JsonProperties in = new JsonProperties(node, at, problems);
        Sort sort = new Sort(in.name("field", Names.FIELD), in.flag("descending", false));
        in.end();
        return sort;
    }
}
