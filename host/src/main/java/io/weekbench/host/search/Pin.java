package io.weekbench.host.search;

import io.weekbench.host.tracker.TableSpec;
import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;

/** The index as it stood at one revision, held open as long as somebody reads it. */
final class Pin implements AutoCloseable {
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final long revision;
    private final int making;
    private final FieldGraph graph;
    private final boolean passing;

    /**
     * @param making counts how often tables were put in anew: rows are the same only within one
     * @param passing whether it is far behind and soon replaced, by one with much that is different
     */
    Pin(DirectoryReader reader, long revision, int making, FieldGraph graph, boolean passing) {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.revision = revision;
        this.making = making;
        this.graph = graph;
        this.passing = passing;
    }

    /** Whether it could be held; whoever does lets go with {@link #close}. */
    boolean hold() {
        return reader.tryIncRef();
    }

    DirectoryReader reader() {
        return reader;
    }

    IndexSearcher searcher() {
        return searcher;
    }

    long revision() {
        return revision;
    }

    int making() {
        return making;
    }

    FieldGraph graph() {
        return graph;
    }

    /** Whether it is not worth while to prepare anything for it. */
    boolean isPassing() {
        return passing;
    }

    /** Whether it was made with this very spec of the table. */
    boolean knows(TableSpec table) {
        return graph.catalog().table(table.number()).filter(table::equals).isPresent();
    }

    @Override
    public void close() throws IOException {
        reader.decRef();
    }
}
