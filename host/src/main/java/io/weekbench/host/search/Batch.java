package io.weekbench.host.search;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.host.tracker.TableSpec;
import io.weekbench.host.workbench.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/** Changed items on their way into the index; each keeps the row it has. */
final class Batch {
    /** In the store, and their names in the index: neighbours are read together. */
    private static final Comparator<ItemRef> AS_THEY_LIE =
            Comparator.comparing(ItemRef::table).thenComparing(ItemRef::id);

    private final IndexWriter writer;
    private final @Nullable Rows known;
    private final FieldGraph graph;
    private int rows;

    /**
     * @param shown where the rows of items are looked up; null where there is none
     * @param rows the first row number nobody has had
     */
    Batch(IndexWriter writer, @Nullable Pin shown, FieldGraph graph, int rows) {
        this.writer = writer;
        this.known = shown == null ? null : new Rows(shown.reader());
        this.graph = graph;
        this.rows = rows;
    }

    /** The first row number nobody has had after it. */
    int rows() {
        return rows;
    }

    /**
     * Puts each item in as it reads; the rows that changed.
     *
     * @param stopped asked before each; what was put in until then does not count
     */
    int[] write(Collection<ItemRef> changed, Reading reading, BooleanSupplier stopped)
            throws IOException {
        Documents documents = new Documents(reading, graph);
        IntStream.Builder touched = IntStream.builder();
        List<ItemRef> ordered = new ArrayList<>(changed);
        ordered.sort(AS_THEY_LIE);
        for (ItemRef ref : ordered) {
            if (stopped.getAsBoolean()) {
                break;
            }
            TableSpec table = reading.catalog().table(ref.table()).orElseThrow();
            Term name = Documents.item(table.number(), ref.id());
            int document = known == null ? Rows.NONE : known.document(name);
            int row = known == null || document == Rows.NONE ? Rows.NONE : known.row(document);
            Item item = reading.get(ref).orElse(null);
            if (item != null) {
                row = row == Rows.NONE ? rows++ : row;
                writer.updateDocument(name, documents.of(item, table, row));
            } else if (row != Rows.NONE) {
                writer.deleteDocuments(name);
            }
            if (row != Rows.NONE) {
                touched.add(row);
            }
        }
        return touched.build().toArray();
    }
}
