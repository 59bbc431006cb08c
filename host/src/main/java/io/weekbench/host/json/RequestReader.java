package io.weekbench.host.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.api.Evidence;
import io.weekbench.api.Grounds;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Request;
import io.weekbench.api.Text;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.FieldType;
import io.weekbench.host.tracker.TableSpec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads {@code {"reason", "requests"}}: what every door that writes is given. */
public final class RequestReader {
    private final Catalog catalog;
    private final boolean revisionNeeded;

    private RequestReader(Catalog catalog, boolean revisionNeeded) {
        this.catalog = catalog;
        this.revisionNeeded = revisionNeeded;
    }

    /** Of people and programs: an update says which revision its author saw, or "any". */
    public static RequestReader strict(Catalog catalog) {
        return new RequestReader(catalog, true);
    }

    /** Of sample files: an update without a revision sets without looking. */
    public static RequestReader ofSamples(Catalog catalog) {
        return new RequestReader(catalog, false);
    }

    /** The batch, or null with problems added. */
    public Request.@Nullable Batch read(byte[] body, Problems problems) {
        JsonNode node = Json.read(body, problems);
        Members members = node == null ? null : Members.of(node, "", problems);
        if (members == null) {
            return null;
        }
        members.allowOnly("reason", "requests");
        return batch(members, problems);
    }

    Request.@Nullable Batch batch(Members members, Problems problems) {
        String reason = Objects.requireNonNullElse(members.text("reason"), "");
        List<JsonNode> nodes = members.array("requests");
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            Request request = request(nodes.get(i), "requests[" + i + "]", problems);
            if (request != null) {
                requests.add(request);
            }
        }
        if (nodes.isEmpty() && problems.isEmpty()) {
            problems.add(Faults.missing("requests", "requests"));
        }
        return problems.isEmpty() ? new Request.Batch(reason, requests) : null;
    }

    private @Nullable Request request(JsonNode node, String at, Problems problems) {
        Members members = Members.of(node, at, problems);
        if (members == null) {
            return null;
        } else if (members.has("create")) {
            return create(members, problems);
        } else if (members.has("update")) {
            return update(members, problems);
        } else if (members.has("delete")) {
            return delete(members, problems);
        }
        problems.add(
                "unknown-request",
                at,
                new Text("This says neither create, update nor delete.", "没有说明是新建、修改还是删除。"),
                new Text(
                        "Begin with \"create\": \"table\", \"update\": \"table/id\" or \"delete\":"
                                + " \"table/id\".",
                        "请写 \"create\": \"表\"、\"update\": \"表/id\" 或 \"delete\": \"表/id\"。"));
        return null;
    }

    private @Nullable Request create(Members members, Problems problems) {
        members.allowOnly("create", "id", "values", "answers", "evidence");
        TableSpec table = table(members.required("create"), members.path("create"), problems);
        String id = members.text("id");
        if (id != null && !ItemRef.isId(id)) {
            problems.add(
                    "bad-id",
                    members.path("id"),
                    new Text("Not an item id: " + Faults.quote(id), "不是条目 id：" + Faults.quote(id)),
                    new Text(
                            "Use 1 to 40 of 0-9 A-Z a-z _ and -, or leave it out.",
                            "请用 1 至 40 个 0-9 A-Z a-z _ -，或省略。"));
        }
        if (table == null) {
            return null;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values(table, members, "values", problems)
                .forEach(
                        (field, value) -> {
                            if (value != null) {
                                values.put(field, value);
                            }
                        });
        Grounds grounds = grounds(members, problems);
        return problems.isEmpty() ? new Request.Create(table.id(), id, values, grounds) : null;
    }

    private @Nullable Request update(Members members, Problems problems) {
        members.allowOnly("update", "revision", "set", "answers", "evidence");
        ItemRef ref = ref(members, "update", problems);
        TableSpec table = ref == null ? null : table(ref.table(), members.path("update"), problems);
        long revision = revision(members, problems);
        if (ref == null || table == null) {
            return null;
        }
        Map<String, @Nullable Object> set = values(table, members, "set", problems);
        Grounds grounds = grounds(members, problems);
        return problems.isEmpty() ? new Request.Update(ref, revision, set, grounds) : null;
    }

    private @Nullable Request delete(Members members, Problems problems) {
        members.allowOnly("delete", "revision", "answers", "evidence");
        ItemRef ref = ref(members, "delete", problems);
        long revision = revision(members, problems);
        Grounds grounds = grounds(members, problems);
        boolean known = ref != null && table(ref.table(), members.path("delete"), problems) != null;
        return known && problems.isEmpty()
                ? new Request.Delete(Objects.requireNonNull(ref), revision, grounds)
                : null;
    }

    private @Nullable TableSpec table(@Nullable String id, String at, Problems problems) {
        TableSpec table = id == null ? null : catalog.table(id).orElse(null);
        if (id != null && table == null) {
            problems.add(Tables.unknown(id, at, catalog));
        }
        return table;
    }

    private static @Nullable ItemRef ref(Members members, String name, Problems problems) {
        String text = members.required(name);
        return text == null
                ? null
                : ValueReader.checked(members.path(name), problems, () -> ItemRef.parse(text));
    }

    private long revision(Members members, Problems problems) {
        JsonNode node = members.get("revision");
        if (node != null && node.isTextual() && "any".equals(node.textValue())) {
            return Request.ANY;
        }
        Long revision = members.integer("revision");
        if (node == null && revisionNeeded) {
            problems.add(
                    "missing",
                    members.path("revision"),
                    new Text("It does not say which revision its author saw.", "没有说明依据的是哪个版本。"),
                    new Text(
                            "Add the \"revision\" the item was read with, or \"revision\": \"any\""
                                    + " to replace whatever is there.",
                            "请加上读取该条目时的 \"revision\"；若要不问现值直接覆盖，请写 \"revision\": \"any\"。"));
        } else if (revision != null && revision < 0) {
            problems.add(Faults.wrongType(members.path("revision"), Shape.INTEGER, node));
        }
        return revision == null ? Request.ANY : revision;
    }

    private static Map<String, @Nullable Object> values(
            TableSpec table, Members members, String name, Problems problems) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : members.object(name).entrySet()) {
            String at = Members.path(members.path(name), member.getKey());
            FieldSpec field = table.field(member.getKey()).orElse(null);
            if (field == null) {
                problems.add(Tables.unknownField(member.getKey(), at, table));
            } else if (member.getValue().isNull()) {
                values.put(field.id(), null);
            } else {
                values.put(field.id(), ValueReader.read(field, member.getValue(), at, problems));
            }
        }
        return values;
    }

    private static Grounds grounds(Members members, Problems problems) {
        Map<String, String> answers = new LinkedHashMap<>();
        members.object("answers")
                .forEach(
                        (code, answer) -> {
                            if (answer.isTextual()) {
                                answers.put(code, answer.textValue());
                            } else {
                                String at = Members.path(members.path("answers"), code);
                                problems.add(Faults.wrongType(at, Shape.TEXT, answer));
                            }
                        });
        List<Evidence> evidence = new ArrayList<>();
        List<JsonNode> nodes = members.array("evidence");
        for (int i = 0; i < nodes.size(); i++) {
            String at = members.path("evidence") + "[" + i + "]";
            Evidence one = evidence(Members.of(nodes.get(i), at, problems), at, problems);
            if (one != null) {
                evidence.add(one);
            }
        }
        return new Grounds(answers, evidence);
    }

    private static @Nullable Evidence evidence(
            @Nullable Members members, String at, Problems problems) {
        if (members == null) {
            return null;
        }
        members.allowOnly("address", "quote", "foundOn");
        String address = members.required("address");
        String quote = Objects.requireNonNullElse(members.text("quote"), "");
        String written = members.text("foundOn");
        LocalDate foundOn = written == null ? null : ValueReader.date(written).orElse(null);
        if (written != null && foundOn == null) {
            problems.add(
                    Faults.wrongValue(
                            members.path("foundOn"),
                            Forms.expected(FieldType.DATE),
                            Forms.examples(FieldType.DATE),
                            members.get("foundOn")));
        }
        return address == null
                ? null
                : ValueReader.checked(at, problems, () -> new Evidence(address, quote, foundOn));
    }
}
