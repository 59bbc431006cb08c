package io.weekbench.host.search;

import io.weekbench.api.Item;
import io.weekbench.host.tracker.TableSpec;
import io.weekbench.host.workbench.LiveWorkbench;
import io.weekbench.host.workbench.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.lucene.index.IndexWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts whole tables into the index: all into a new one, and those anew whose specs say something
 * else than when they were put in.
 */
final class Building {
    private static final Logger LOG = LoggerFactory.getLogger(Building.class);
    private static final int WORTH_SAYING = 100_000;

    private final IndexWriter writer;
    private final LiveWorkbench live;
    private final FieldGraph graph;
    private final BooleanSupplier stopped;
    private int rows;
    private int done;

    /**
     * @param stopped asked now and then; what was put in until then does not count
     */
    Building(IndexFolder folder, LiveWorkbench live, FieldGraph graph, BooleanSupplier stopped) {
        this.stopped = stopped;
        this.writer = folder.writer();
        this.live = live;
        this.graph = graph;
    }

    /**
     * Where the index stands then; null where that was given up midway, when what is written must
     * not be kept: a table may be gone from it and not be back.
     *
     * @param latest where a new index begins; one that stands somewhere goes on from there
     * @param hide called before the first item is put in
     */
    @Nullable Place build(Place place, long latest, Runnable hide) throws IOException {
        Map<Integer, String> tables = new HashMap<>();
        List<TableSpec> changed = new ArrayList<>();
        graph.tables()
                .forEach(
                        table -> {
                            String description = Place.description(graph, table);
                            tables.put(table.number(), description);
                            if (!description.equals(place.tables().get(table.number()))) {
                                changed.add(table);
                            }
                        });
        long revision = place.tables().isEmpty() ? latest : place.revision();
        rows = place.rows();
        Reading reading = live.snapshots().reading(revision, live.now());
        changed.removeIf(
                table -> reading.count(table) == 0 && !place.tables().containsKey(table.number()));
        if (!changed.isEmpty()) {
            hide.run();
            for (TableSpec table : changed) {
                put(table, reading);
            }
            LOG.debug("The search index holds {} items of {}", done, changed);
        }
        return stopped.getAsBoolean() ? null : new Place(revision, rows, tables);
    }

    /** How many items were put in. */
    int done() {
        return done;
    }

    private void put(TableSpec table, Reading reading) throws IOException {
        writer.deleteDocuments(Documents.table(table));
        Documents documents = new Documents(reading, graph);
        long total = reading.count(table);
        Iterator<Item> items = reading.scan(table);
        for (long here = 1; items.hasNext() && !stopped.getAsBoolean(); here++) {
            writer.addDocument(documents.of(items.next(), table, rows++));
            done++;
            if (here % WORTH_SAYING == 0) {
                LOG.info("The search index is made: {}, {} of {}", table.id(), here, total);
            }
        }
    }
}
