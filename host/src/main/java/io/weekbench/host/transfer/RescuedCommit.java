package io.weekbench.host.transfer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.Evidence;
import io.weekbench.api.Grounds;
import io.weekbench.host.json.Json;
import io.weekbench.host.json.ValueWriter;
import io.weekbench.host.store.Body;
import io.weekbench.host.store.StoredChange;
import io.weekbench.host.store.StoredCommit;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.TableSpec;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One commit as one JSON object, with names where the catalog knows them. */
final class RescuedCommit {
    private final Catalog catalog;

    RescuedCommit(Catalog catalog) {
        this.catalog = catalog;
    }

    ObjectNode write(StoredCommit commit) {
        StoredCommit.Head head = commit.head();
        ObjectNode node =
                Json.object()
                        .put("revision", head.revision())
                        .put("time", head.time().toString())
                        .put("actor", head.actor())
                        .put("reason", head.reason());
        node.putObject("origin")
                .put("kind", lower(head.origin().kind()))
                .put("name", head.origin().name());
        node.put("step", head.step()).put("causedBy", head.causedBy());
        ArrayNode changes = node.putArray("changes");
        commit.changes().forEach(change -> changes.add(write(change)));
        return node;
    }

    private ObjectNode write(StoredChange change) {
        TableSpec table = catalog.table(change.table()).orElse(null);
        ObjectNode node = Json.object().put("kind", lower(change.kind()));
        if (table == null) {
            node.put("table", change.table());
        } else {
            node.put("table", table.id());
        }
        node.put("id", change.id());
        if (change.body() != null) {
            node.set("values", ValueWriter.write(named(table, Body.decode(change.body()))));
        }
        if (!change.grounds().isEmpty()) {
            write(node, change.grounds());
        }
        return node;
    }

    private static Map<String, Object> named(
            @Nullable TableSpec table, Map<Integer, Object> values) {
        Map<String, Object> named = new LinkedHashMap<>();
        values.forEach((number, value) -> named.put(name(table, number), value));
        return named;
    }

    private static String name(@Nullable TableSpec table, int number) {
        return Optional.ofNullable(table)
                .flatMap(spec -> spec.field(number))
                .map(RescuedCommit::name)
                .orElse(String.valueOf(number));
    }

    private static String name(FieldSpec field) {
        return field.retired() ? field.pastId() : field.id();
    }

    private static void write(ObjectNode node, Grounds grounds) {
        ObjectNode answers = node.putObject("answers");
        grounds.answers().forEach(answers::put);
        ArrayNode evidence = node.putArray("evidence");
        for (Evidence one : grounds.evidence()) {
            ObjectNode written = evidence.addObject();
            written.put("address", one.address()).put("quote", one.quote());
            if (one.foundOn() != null) {
                written.put("foundOn", one.foundOn().toString());
            }
        }
    }

    private static String lower(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
