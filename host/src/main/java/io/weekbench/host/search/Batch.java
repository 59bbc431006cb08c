package io.weekbench.host.search;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.host.tracker.TableSpec;
import io.weekbench.host.workbench.Reading;
import java.io.IOException;
import java.util.Collection;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/** Changed items on their way into the index; each keeps the row it has. */
final class Batch {
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

    /** Puts each item in as it reads; the rows that changed. */
    int[] write(Collection<ItemRef> changed, Reading reading) throws IOException {
        Documents documents = new Documents(reading, graph);
        IntStream.Builder touched = IntStream.builder();
        for (ItemRef ref : changed) {
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
