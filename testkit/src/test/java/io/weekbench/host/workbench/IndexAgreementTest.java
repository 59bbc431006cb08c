package io.weekbench.host.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.api.Grouping;
import io.weekbench.api.Groups;
import io.weekbench.api.Item;
import io.weekbench.api.Page;
import io.weekbench.api.Query;
import io.weekbench.api.Tracker;
import io.weekbench.testkit.TestWorkbench;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is asked, and whatever happened before: the index says what looking at every item says.
 */
class IndexAgreementTest {
    private static final long PATIENCE_MILLIS = 20_000;

    private int asked;
    private int answered;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theIndexSaysWhatTheItemsSay(long seed) throws IOException {
        live(seed, 60, 25);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("manySeeds")
    void theIndexSaysWhatTheItemsSayInManyLives(long seed) throws IOException {
        live(seed, 400, 25);
    }

    static LongStream manySeeds() {
        return LongStream.range(100, 140);
    }

    private void live(long seed, int steps, int questions) throws IOException {
        Random random = new Random(seed);
        LabRequests requests = new LabRequests(seed);
        try (TestWorkbench bench = TestWorkbench.with(lab())) {
            for (int step = 0; step < steps; step++) {
                bench.clock().advance(Duration.ofHours(random.nextInt(8)));
                int dice = random.nextInt(25);
                if (dice == 0) {
                    bench.reopen();
                } else if (dice == 1) {
                    bench.install(
                            lab().replace("1.0.0", "1.0." + (step + 1))
                                    .replace("\"state\"", "\"state\""),
                            new Tracker() {});
                }
                bench.submit(requests.batch());
                // A small pool, so that many are asked again after the next commits.
                LabQuestions pool = new LabQuestions(seed);
                for (int i = 0; i < questions; i++) {
                    compare(
                            bench,
                            pool.query(),
                            pool.grouping(),
                            "seed " + seed + ", step " + step);
                }
            }
        }
        assertTrue(answered > asked / 2, answered + " of " + asked + " by the index");
    }

    private void compare(TestWorkbench bench, Query query, Grouping grouping, String where) {
        LiveWorkbench live = bench.live();
        Asking asking = new Asking(live.specs());
        long revision = live.store().revision();
        Finder.Span here = new Finder.Span(revision, true, PATIENCE_MILLIS);
        Finder finder = live.snapshots().finder();
        var now = live.clock().instant();

        Asked.Page page = asking.page(query);
        Optional<Finder.Found> found = finder.find(page, here, now);
        Page scanned = live.snapshots().scanned(now).query(query);
        found.ifPresent(
                it ->
                        assertEquals(
                                new Finder.Found(revision, scanned.total(), ids(scanned)),
                                it,
                                () -> where + ": " + query));

        Grouped grouped = asking.grouped(grouping);
        Groups fresh = new GroupRun(live.snapshots().reading(revision, now), finder).run(grouped);
        Optional<Groups> groups = finder.group(grouped, here, now);
        groups.ifPresent(it -> assertEquals(fresh, it, () -> where + ": " + grouping));
        Groups remembered = live.snapshots().scanned(now).groups(grouping);
        assertEquals(fresh, remembered, () -> where + ", remembered: " + grouping);
        asked += 2;
        answered += (found.isPresent() ? 1 : 0) + (groups.isPresent() ? 1 : 0);
    }

    private static List<String> ids(Page page) {
        return page.items().stream().map(Item::ref).map(ref -> ref.id()).toList();
    }

    private static String lab() throws IOException {
        try (InputStream in = IndexAgreementTest.class.getResourceAsStream("lab.tracker.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
