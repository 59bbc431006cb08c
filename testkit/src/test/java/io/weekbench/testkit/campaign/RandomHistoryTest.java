package io.weekbench.testkit.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.api.Commit;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Outcome;
import io.weekbench.api.Request;
import io.weekbench.api.Snapshot;
import io.weekbench.api.Tracker;
import io.weekbench.testkit.Desk;
import io.weekbench.testkit.TestWorkbench;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories: whatever was accepted, every revision ever reached reads exactly as the commits
 * say, whatever was refused changed nothing, and reopening changes nothing.
 */
class RandomHistoryTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyRevisionReadsAsTheCommitsSay(long seed) {
        live(seed, 120);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("manySeeds")
    void everyRevisionReadsAsTheCommitsSayInManyLives(long seed) {
        live(seed, 600);
    }

    static LongStream manySeeds() {
        return LongStream.range(100, 200);
    }

    private static void live(long seed, int steps) {
        try (TestWorkbench bench = TestWorkbench.with(Desk.json())) {
            Model model = new Model();
            bench.as("x").commitsSince(0, 10).forEach(model::apply);
            RandomRequests requests = new RandomRequests(seed, "x");
            requests.withLayouts();
            for (int i = 0; i < steps; i++) {
                bench.clock().advance(Duration.ofMinutes(requests.next(3)));
                step(bench, model, requests);
            }
            compareAll(bench, model, new Random(seed));
        }
    }

    private static void step(TestWorkbench bench, Model model, RandomRequests requests) {
        int dice = requests.next(30);
        if (dice == 0) {
            bench.reopen();
        } else if (dice == 29) {
            changeSpec(bench, model, requests);
        } else if (dice < 4 && model.revision() > 1) {
            undo(bench, model, 2 + requests.next((int) model.revision() - 1));
        } else {
            Request.Batch batch = requests.batch(bench.as("x").snapshot());
            Outcome foreseen = bench.as("tester").preview(batch);
            Outcome outcome = bench.submit(batch);
            assertEquals(foreseen, outcome, "what was foreseen is what came");
            note(model, outcome);
        }
        assertSameItems(model.latest(), Model.read(bench.as("x").snapshot()), "after each step");
    }

    private static void changeSpec(TestWorkbench bench, Model model, RandomRequests requests) {
        SpecVariant before = requests.spec();
        SpecVariant after =
                new SpecVariant(
                        "1.0." + (model.revision() + 1),
                        requests.next(2) == 0 ? "reason" : "because",
                        requests.next(2) == 0);
        bench.install(after.json(), new Tracker() {});
        bench.as("x").commitsSince(model.revision(), 10).forEach(model::apply);
        model.rename(before.reason(), after.reason());
        model.rename(before.nameOfHours(), after.nameOfHours());
        requests.use(after);
    }

    private static void undo(TestWorkbench bench, Model model, long revision) {
        Outcome outcome = bench.submit(new Request.Undo(Math.min(revision, model.revision())));
        note(model, outcome);
        if (outcome instanceof Outcome.Accepted && revision == model.revision() - 1) {
            Map<ItemRef, Map<String, Object>> before = withoutLedger(model.at(revision - 1));
            assertEquals(before, withoutLedger(model.latest()), "undone at once, it is as before");
        }
    }

    /** In a ledger an undo adds. */
    private static Map<ItemRef, Map<String, Object>> withoutLedger(
            Map<ItemRef, Map<String, Object>> items) {
        Map<ItemRef, Map<String, Object>> others = new TreeMap<>(items);
        others.keySet().removeIf(ref -> ref.table().equals("desk.entry"));
        return others;
    }

    private static void note(Model model, Outcome outcome) {
        if (outcome instanceof Outcome.Accepted accepted
                && !accepted.commit().changes().isEmpty()) {
            assertEquals(model.revision() + 1, accepted.commit().revision());
            model.apply(accepted.commit());
        }
    }

    private static void compareAll(TestWorkbench bench, Model model, Random random) {
        bench.reopen();
        assertTrue(model.revision() > 20, "a life in which something happened");
        assertEquals(model.commits(), commits(bench), "commits read back");
        for (long revision = 0; revision <= model.revision(); revision++) {
            Snapshot then = bench.as("x").at(revision);
            assertSameItems(model.at(revision), Model.read(then), "as of revision " + revision);
            compareLookups(then, model, random);
        }
        model.at(model.revision()).keySet().forEach(ref -> compareHistory(bench, model, ref));
        compareTimes(bench, model);
    }

    /** Tells of those alone that differ: there may be hundreds. */
    private static void assertSameItems(
            Map<ItemRef, Map<String, Object>> expected,
            Map<ItemRef, Map<String, Object>> actual,
            String when) {
        Map<ItemRef, Map<String, Object>> missing = new TreeMap<>(expected);
        missing.entrySet().removeAll(actual.entrySet());
        Map<ItemRef, Map<String, Object>> unexpected = new TreeMap<>(actual);
        unexpected.entrySet().removeAll(expected.entrySet());
        assertEquals(missing, unexpected, when);
    }

    private static List<Commit> commits(TestWorkbench bench) {
        return bench.as("x").commitsSince(0, Integer.MAX_VALUE);
    }

    private static void compareLookups(Snapshot then, Model model, Random random) {
        for (Map.Entry<ItemRef, Map<String, Object>> entry : model.at(then.revision()).entrySet()) {
            ItemRef ref = entry.getKey();
            if (random.nextInt(4) > 0) {
                continue;
            }
            assertEquals(entry.getValue(), Model.stored(then.get(ref).orElseThrow()), "get " + ref);
            for (String field : List.of("project", "after")) {
                assertEquals(
                        model.referring(then.revision(), ref, field),
                        then.referring(ref, "desk.task." + field).stream().map(Item::ref).toList(),
                        "referring to " + ref);
            }
            if (ref.table().equals("desk.task")) {
                List<Object> key =
                        List.of(entry.getValue().get("project"), entry.getValue().get("name"));
                assertEquals(
                        ref, then.byKey("desk.task", key).map(Item::ref).orElse(null), "by key");
            }
        }
    }

    private static void compareHistory(TestWorkbench bench, Model model, ItemRef ref) {
        assertEquals(
                model.history(ref),
                Model.changes(bench.as("x").snapshot().history(ref)),
                "history of " + ref);
    }

    private static void compareTimes(TestWorkbench bench, Model model) {
        for (Commit commit : model.commits()) {
            Instant time = commit.time();
            long last =
                    model.commits().stream()
                            .filter(other -> !other.time().isAfter(time))
                            .mapToLong(Commit::revision)
                            .max()
                            .orElseThrow();
            assertEquals(last, bench.as("x").asOf(time).revision(), "as of " + time);
        }
    }
}
