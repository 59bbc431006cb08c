package io.weekbench.testkit.campaign;

import io.weekbench.api.Grounds;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Query;
import io.weekbench.api.Request;
import io.weekbench.api.Snapshot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes requests of the desk tracker from a seed; some of them deserve to be refused. */
final class RandomRequests {
    private static final List<String> STATES = List.of("open", "late", "done", "nonsense");

    private final Random random;
    private final String prefix;
    private int made;
    private SpecVariant spec = SpecVariant.FIRST;
    private boolean layouts;

    /**
     * @param prefix of the ids it makes, so that several makers stay out of each other's way
     */
    RandomRequests(long seed, String prefix) {
        this.random = new Random(seed);
        this.prefix = prefix;
    }

    /** From here on, requests are made for this variant of the tracker. */
    void use(SpecVariant variant) {
        spec = variant;
    }

    /** From here on, also of the table that keeps no history. */
    void withLayouts() {
        layouts = true;
    }

    SpecVariant spec() {
        return spec;
    }

    int next(int bound) {
        return random.nextInt(bound);
    }

    Request.Batch batch(Snapshot snapshot) {
        List<Request> requests = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            requests.add(one(snapshot));
        }
        return new Request.Batch("step " + made, requests);
    }

    private Request one(Snapshot snapshot) {
        List<Item> projects = items(snapshot, "desk.project");
        List<Item> tasks = items(snapshot, "desk.task");
        int dice = random.nextInt(20);
        if (layouts && random.nextInt(6) == 0) {
            return layout(items(snapshot, "desk.layout"));
        }
        if (projects.isEmpty() || dice == 0) {
            return create("desk.project", Map.of("name", "project " + random.nextInt(12)));
        } else if (tasks.isEmpty() || dice < 6) {
            return create("desk.task", task(pick(projects), tasks));
        } else if (dice < 8) {
            return create("desk.entry", Map.of("text", text(), "amount", number()));
        } else if (dice < 10) {
            Item item = random.nextBoolean() ? pick(tasks) : pick(projects);
            return new Request.Delete(item.ref(), seen(item));
        }
        Item item = pick(tasks);
        return new Request.Update(item.ref(), seen(item), some(task(pick(projects), tasks)));
    }

    private Request layout(List<Item> there) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", "layout " + random.nextInt(12));
        values.put("text", text());
        if (there.isEmpty() || random.nextInt(3) == 0) {
            return create("desk.layout", values);
        }
        Item item = pick(there);
        return random.nextInt(3) == 0
                ? new Request.Delete(item.ref(), seen(item))
                : new Request.Update(item.ref(), seen(item), some(values));
    }

    private Request create(String table, Map<String, Object> values) {
        // Now and then an id that was there before, so that items are made again after a delete.
        int number = random.nextInt(5) == 0 ? random.nextInt(made + 1) : made++;
        return new Request.Create(table, prefix + number, values, Grounds.NONE);
    }

    private Map<String, Object> task(Item project, List<Item> others) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("project", project.ref());
        values.put("name", "task " + random.nextInt(60));
        values.put("state", STATES.get(random.nextInt(random.nextInt(30) == 0 ? 4 : 3)));
        values.put(spec.reason(), text());
        if (spec.hours()) {
            values.put("hours", number());
        }
        values.put("due", LocalDate.of(2026, 1, 1).plusDays(random.nextInt(400)));
        if (!others.isEmpty() && random.nextInt(3) == 0) {
            List<ItemRef> after = List.of(pick(others).ref());
            values.put("after", after);
        }
        return values;
    }

    private Map<String, Object> some(Map<String, Object> values) {
        Map<String, Object> some = new LinkedHashMap<>(values);
        some.keySet().removeIf(field -> random.nextInt(3) > 0);
        return some;
    }

    /** Mostly what was seen, now and then something older. */
    private long seen(Item item) {
        int dice = random.nextInt(6);
        if (dice == 0) {
            return Request.ANY;
        }
        return dice == 1 ? Math.max(0, item.revision() - random.nextInt(20)) : item.revision();
    }

    /** A few characters, or more than fit beside the others in a tree. */
    private String text() {
        return "因为 because 🙂".repeat(random.nextInt(40) == 0 ? 200 : 1 + random.nextInt(3));
    }

    private BigDecimal number() {
        return new BigDecimal(random.nextInt(1_000_000)).movePointLeft(random.nextInt(4));
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static List<Item> items(Snapshot snapshot, String table) {
        return snapshot.query(new Query(table, "", List.of(), 0, 1_000)).items();
    }
}
