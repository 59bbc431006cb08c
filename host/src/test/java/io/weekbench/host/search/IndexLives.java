package io.weekbench.host.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.api.Attachment;
import io.weekbench.api.ErrorCode;
import io.weekbench.api.Grounds;
import io.weekbench.api.Groups;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Origin;
import io.weekbench.api.Page;
import io.weekbench.api.Query;
import io.weekbench.api.Request;
import io.weekbench.api.Snapshot;
import io.weekbench.api.Tracker;
import io.weekbench.api.WeekbenchException;
import io.weekbench.host.plugin.InstalledTrackers;
import io.weekbench.host.store.CutDisk;
import io.weekbench.host.store.MapDbStore;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.TableSpec;
import io.weekbench.host.workbench.Asked;
import io.weekbench.host.workbench.Caller;
import io.weekbench.host.workbench.Cursors;
import io.weekbench.host.workbench.Files;
import io.weekbench.host.workbench.Finder;
import io.weekbench.host.workbench.Grouped;
import io.weekbench.host.workbench.LiveWorkbench;
import io.weekbench.host.workbench.Options;
import io.weekbench.host.workbench.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;

/**
 * A home whose power goes again and again, while its index is being made durable every few changes.
 * What is asked is drawn from a seed; where the power goes among the steps of the index is not,
 * because that follows on a thread of its own.
 */
final class IndexLives {
    private static final String TABLE = "cut.note";
    private static final long PATIENCE_MILLIS = 60_000;
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-08-17T09:00:00Z"), ZoneOffset.UTC);
    private static final Caller PERSON = new Caller("wang", new Origin(Origin.Kind.PERSON, ""));
    private static final String[] WORDS = "备份 延迟 region 数据库 failover 规格".split(" ");

    private static final String TRACKER =
            """
            {"id": "cut", "version": "1.0.0", "label": {"en": "Cut", "zh": "断电"},
             "tables": [{"id": "note", "label": {"en": "Note", "zh": "记录"}, "title": "text",
               "fields": [
                 {"id": "text", "type": "text", "label": {"en": "Text", "zh": "文字"}},
                 {"id": "votes", "type": "integer", "label": {"en": "Votes", "zh": "票数"}},
                 {"id": "parent", "type": "reference", "to": "cut.note",
                  "label": {"en": "Parent", "zh": "上级"}},
                 {"id": "children", "type": "rollup", "of": "integer", "function": "count",
                  "from": "cut.note.parent", "label": {"en": "Children", "zh": "下级"}}]}]}
            """;

    private final String what;
    private final SplittableRandom random;
    private final Path cursors;
    private CutDisk disk;
    private int whole;
    private int cuts;

    IndexLives(long seed, Path cursors) {
        this.what = "seed " + seed;
        this.random = new SplittableRandom(seed);
        this.cursors = cursors;
        this.disk = CutDisk.empty(seed);
    }

    int cuts() {
        return cuts;
    }

    /** How often there was an index left. */
    int whole() {
        return whole;
    }

    /** Opens, compares and writes, until the power goes; then looks at what is left. */
    void live() throws IOException {
        CutDirectory directory = new CutDirectory(disk);
        long left = directory.generation();
        LiveWorkbench live = open();
        try {
            Pace pace = new Pace(1 + random.nextInt(30), 1 + random.nextInt(40), 0);
            Index index = new Index(directory::again, pace, live, ZoneOffset.UTC);
            live.snapshots().findWith(new WordsAlone(index));
            Snapshot scanned = live.as(PERSON).snapshot();
            live.snapshots().findWith(index);
            compare(scanned, index, live.catalog().table(TABLE).orElseThrow());
            assertTrue(directory.generation() >= left, what + ": the index was made anew");
            write(live, index, directory);
        } catch (WeekbenchException e) {
            assertEquals(ErrorCode.READ_ONLY, e.code(), what); // the power went among the commits
        }
        cut(directory);
        close(live);
    }

    private LiveWorkbench open() {
        MapDbStore store = disk.openStore();
        LiveWorkbench live =
                new LiveWorkbench(
                        store, new NoFiles(), new Cursors(cursors), CLOCK, Options.DEFAULT);
        byte[] json = TRACKER.getBytes(StandardCharsets.UTF_8);
        assertEquals(List.of(), new InstalledTrackers(live).install(json, new Tracker() {}), what);
        return live;
    }

    private void write(LiveWorkbench live, Index index, CutDirectory directory) {
        switch (random.nextInt(3)) {
            case 0 -> disk.losePowerIn(1 + random.nextInt(1_000));
            case 1 -> directory.losePowerAfterRenames(1 + random.nextInt(4));
            default -> {} // in the middle of whatever the index does when all is written
        }
        for (int i = random.nextInt(60); i > 0; i--) {
            live.submit(PERSON, request(live.as(PERSON).snapshot()));
        }
        if (random.nextBoolean()) {
            index.await(live.store().revision(), PATIENCE_MILLIS);
        }
    }

    /** One that can be done, mostly: what others refer to cannot be deleted. */
    private Request request(Snapshot now) {
        ItemRef ref = ref(random.nextInt(60));
        if (now.get(ref).isEmpty()) {
            return new Request.Create(TABLE, ref.id(), values(now), Grounds.NONE);
        }
        return random.nextInt(5) == 0
                ? new Request.Delete(ref, Request.ANY)
                : new Request.Update(ref, Request.ANY, values(now));
    }

    private Map<String, Object> values(Snapshot now) {
        Map<String, Object> values = new HashMap<>();
        values.put("text", word() + " " + word() + " " + random.nextInt(9));
        values.put("votes", (long) random.nextInt(20));
        ItemRef parent = ref(random.nextInt(6));
        now.get(parent).ifPresent(there -> values.put("parent", parent));
        return values;
    }

    private static ItemRef ref(int number) {
        return new ItemRef(TABLE, "n" + number);
    }

    private String word() {
        return WORDS[random.nextInt(WORDS.length)];
    }

    private void compare(Snapshot scanned, Index index, TableSpec table) {
        long revision = scanned.revision();
        assertTrue(index.await(revision, PATIENCE_MILLIS), what + ": in time");
        for (FieldSpec field : table.fields()) {
            String words = random.nextBoolean() ? "" : word();
            Query query =
                    new Query(
                            TABLE,
                            "",
                            words,
                            List.of(new Query.Sort(field.id(), true)),
                            0,
                            Query.MAX_LIMIT);
            Asked.Page page =
                    new Asked.Page(
                            new Asked(table, null, words),
                            List.of(new Asked.By(field, true)),
                            0,
                            Query.MAX_LIMIT);
            Page expected = scanned.query(query);
            assertEquals(
                    Optional.of(new Finder.Found(revision, expected.total(), ids(expected))),
                    index.find(page, new Finder.Span(revision, true, 0), CLOCK.instant()),
                    () -> what + ", cut " + cuts + ": " + query);
        }
    }

    private static List<String> ids(Page page) {
        return page.items().stream().map(Item::ref).map(ItemRef::id).toList();
    }

    /**
     * Whatever commit of the index is there afterwards is whole, and none that was durable went.
     */
    private void cut(CutDirectory directory) throws IOException {
        long durable = directory.durable();
        disk = disk.cut(random.nextLong());
        cuts++;
        CutDirectory left = new CutDirectory(disk);
        assertTrue(
                left.generation() >= durable,
                what + ": commit " + durable + " is lost, of " + List.of(left.listAll()));
        if (left.generation() >= 0) {
            whole++;
            try (DirectoryReader reader = DirectoryReader.open(left)) {
                for (LeafReaderContext leaf : reader.leaves()) {
                    leaf.reader().checkIntegrity();
                }
            }
        }
    }

    /** Nobody needs it any more, and perhaps there is no power to close it with. */
    private static void close(LiveWorkbench live) {
        try {
            live.close();
        } catch (WeekbenchException e) {
            assertEquals(ErrorCode.READ_ONLY, e.code());
        }
    }

    /** Has every item looked at, as a host without an index. */
    private record WordsAlone(Finder index) implements Finder {
        @Override
        public Optional<Found> find(Asked.Page page, Span span, Instant now) {
            return Optional.empty();
        }

        @Override
        public Optional<Groups> group(Grouped grouped, Span span, Instant now) {
            return Optional.empty();
        }

        @Override
        public Optional<Hits> search(Wanted wanted, Span span) {
            return Optional.empty();
        }

        @Override
        public Words words(String text) {
            return index.words(text);
        }

        @Override
        public void close() {
            index.close();
        }
    }

    private static final class NoFiles implements Files {
        @Override
        public Attachment keep(String name, String mediaType, InputStream content) {
            throw new IllegalStateException("No field here takes a file: " + name);
        }

        @Override
        public InputStream open(Attachment file) {
            throw new IllegalStateException("No file was ever kept: " + file);
        }

        @Override
        public boolean has(Attachment file) {
            return false;
        }
    }
}
