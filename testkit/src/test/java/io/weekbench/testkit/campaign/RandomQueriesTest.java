package io.weekbench.testkit.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Page;
import io.weekbench.api.Query;
import io.weekbench.api.Query.Sort;
import io.weekbench.api.Snapshot;
import io.weekbench.api.Tracker;
import io.weekbench.testkit.Desk;
import io.weekbench.testkit.TestWorkbench;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories and random queries between: whatever is remembered of earlier queries, each page
 * is what looking at every whole item of that revision gives.
 */
class RandomQueriesTest {
    private static final int STEPS = 150;
    private static final int QUERIES = 12;
    private static final List<String> STATES = List.of("open", "late", "done");

    /** A condition in CEL and in Java. */
    private record Where(String source, BiPredicate<Item, Snapshot> holds) {}

    /** A field and what it is sorted by; null where that is not set. */
    private record By(String field, Function<Item, Comparable<?>> key) {}

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void pagesAreWhatLookingAtEveryItemGives(long seed) {
        Random random = new Random(seed);
        RandomRequests requests = new RandomRequests(seed, "x");
        try (TestWorkbench bench = TestWorkbench.with(Desk.json())) {
            int found = 0;
            for (int i = 0; i < STEPS; i++) {
                bench.clock().advance(Duration.ofHours(random.nextInt(12)));
                if (random.nextInt(25) == 0) {
                    changeSpec(bench, requests, i);
                } else {
                    bench.submit(requests.batch(bench.as("x").snapshot()));
                }
                for (int query = 0; query < QUERIES; query++) {
                    found += compare(bench, requests.spec(), random);
                }
            }
            assertTrue(found > 1_000, "only " + found + " items were found at all");
        }
    }

    private static void changeSpec(TestWorkbench bench, RandomRequests requests, int step) {
        SpecVariant after =
                new SpecVariant(
                        "1.0." + (step + 1),
                        requests.next(2) == 0 ? "reason" : "because",
                        requests.next(2) == 0);
        bench.install(after.json(), new Tracker() {});
        requests.use(after);
    }

    /** Often now, often one of few revisions that are asked for again and again. */
    private static int compare(TestWorkbench bench, SpecVariant spec, Random random) {
        long last = bench.as("x").snapshot().revision();
        Snapshot then =
                switch (random.nextInt(3)) {
                    case 0 -> bench.as("x").snapshot();
                    case 1 -> bench.as("x").at((last - 1) / 10 * 10);
                    default -> bench.as("x").at(random.nextLong(last));
                };
        Instant asked = then.revision() == last ? bench.clock().instant() : then.time();
        return compare(then, LocalDate.ofInstant(asked, ZoneOffset.UTC), spec, random);
    }

    private static int compare(Snapshot then, LocalDate today, SpecVariant spec, Random random) {
        Where where = pick(wheres(today, spec), random);
        List<Sort> sort = new ArrayList<>();
        Comparator<Item> order = (one, other) -> 0;
        for (int i = random.nextInt(3); i > 0; i--) {
            By by = pick(bys(then, spec), random);
            sort.add(new Sort(by.field(), random.nextBoolean()));
            order = order.thenComparing(order(by, sort.get(sort.size() - 1).descending()));
        }
        order = order.thenComparing(Item::ref);
        int offset = random.nextInt(4) == 0 ? random.nextInt(60) : 0;
        int limit = random.nextInt(40);
        Page page = then.query(new Query("desk.task", where.source(), sort, offset, limit));
        List<Item> all =
                then.scan("desk.task")
                        .filter(item -> where.holds().test(item, then))
                        .sorted(order)
                        .toList();
        List<Item> expected = all.stream().skip(offset).limit(limit).toList();
        assertEquals(
                new Page(then.revision(), all.size(), expected),
                page,
                where.source() + " " + sort + " from " + offset + " at " + then.revision());
        return expected.size();
    }

    private static List<Where> wheres(LocalDate today, SpecVariant spec) {
        List<Where> wheres = new ArrayList<>();
        wheres.add(new Where("", (item, at) -> true));
        wheres.add(
                new Where(
                        "state == 'open'",
                        (item, at) -> item.text("state").filter("open"::equals).isPresent()));
        wheres.add(
                new Where(
                        "!has_value(after) && projectName.contains('1')",
                        (item, at) ->
                                item.value("after").isEmpty() && project(at, item).contains("1")));
        wheres.add(
                new Where(
                        spec.reason() + ".endsWith('🙂因为 because 🙂')",
                        (item, at) -> item.text(spec.reason()).orElse("").length() > 16));
        wheres.add(
                new Where(
                        "due < today()",
                        (item, at) ->
                                item.date("due").filter(due -> due.isBefore(today)).isPresent()));
        if (spec.hours()) {
            wheres.add(
                    new Where(
                            "hours < 1000.0",
                            (item, at) ->
                                    item.decimal("hours")
                                            .filter(h -> h.doubleValue() < 1000)
                                            .isPresent()));
        }
        return wheres;
    }

    private static List<By> bys(Snapshot then, SpecVariant spec) {
        List<By> bys = new ArrayList<>();
        bys.add(new By("name", item -> item.text("name").orElse(null)));
        bys.add(new By("due", item -> item.date("due").orElse(null)));
        bys.add(new By("state", item -> item.text("state").map(STATES::indexOf).orElse(null)));
        bys.add(new By("project", item -> project(then, item)));
        bys.add(new By("projectName", item -> item.text("projectName").orElse(null)));
        bys.add(new By(spec.reason(), item -> item.text(spec.reason()).orElse(null)));
        bys.add(new By("after", item -> after(then, item)));
        if (spec.hours()) {
            bys.add(new By("hours", item -> item.decimal("hours").orElse(null)));
        }
        return bys;
    }

    private static String project(Snapshot then, Item item) {
        return title(then, (ItemRef) item.value("project").orElseThrow());
    }

    private static Comparable<?> after(Snapshot then, Item item) {
        return item.value("after")
                .map(list -> title(then, (ItemRef) ((List<?>) list).get(0)))
                .orElse(null);
    }

    private static String title(Snapshot then, ItemRef ref) {
        return then.get(ref).flatMap(item -> item.text("name")).orElse(ref.id());
    }

    @SuppressWarnings("unchecked") // keys of one field are of one class
    private static Comparator<Item> order(By by, boolean descending) {
        Comparator<Object> values = (one, other) -> ((Comparable<Object>) one).compareTo(other);
        return Comparator.comparing(
                (Item item) -> (Object) by.key().apply(item),
                Comparator.nullsLast(descending ? values.reversed() : values));
    }

    private static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
