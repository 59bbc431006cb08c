package io.weekbench.testkit;

import io.weekbench.api.ItemRef;
import io.weekbench.api.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A small tracker that has a bit of everything, and short words for asking things of it. */
public final class Desk {
    static final ItemRef ROAD = new ItemRef("desk.project", "road");

    private Desk() {}

    public static String json() {
        try (InputStream in = Desk.class.getResourceAsStream("desk.tracker.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With one project, {@link #ROAD}. */
    static TestWorkbench open() {
        TestWorkbench bench = TestWorkbench.with(json());
        bench.accepted(project("road"));
        return bench;
    }

    static Request.Create project(String name) {
        return create("desk.project", name, Map.of("name", name));
    }

    static ItemRef task(String id) {
        return new ItemRef("desk.task", id);
    }

    /** A task of {@link #ROAD} by that id and name, with more values if wanted. */
    static Request.Create createTask(String id, Object... more) {
        Map<String, Object> values = values(more);
        values.put("project", ROAD);
        values.putIfAbsent("name", id);
        return create("desk.task", id, values);
    }

    static Request.Create create(String table, String id, Map<String, Object> values) {
        return new Request.Create(table, id, values, io.weekbench.api.Grounds.NONE);
    }

    static Request.Update update(ItemRef ref, long revision, Object... set) {
        return new Request.Update(ref, revision, values(set));
    }

    static Request.Batch batch(Request... requests) {
        return new Request.Batch("", Arrays.asList(requests));
    }

    static Request.Batch because(String reason, Request... requests) {
        return new Request.Batch(reason, List.of(requests));
    }

    /** Field, value, field, value … */
    static Map<String, Object> values(Object... pairs) {
        Map<String, Object> values = new java.util.LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put((String) pairs[i], pairs[i + 1]);
        }
        return values;
    }
}
