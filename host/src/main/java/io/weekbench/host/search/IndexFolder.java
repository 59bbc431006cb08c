package io.weekbench.host.search;

import io.weekbench.host.store.Store;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of the index. What cannot be read is thrown away: everything in it is in the journal,
 * too. Only the thread that follows the commits writes here.
 */
final class IndexFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);
    private static final double BUFFER_MEGABYTES = 32;

    /** What a few edits make is mapped only when it is merged: mapping costs more than reading. */
    private static final double SMALL_MEGABYTES = 2;

    private static final double CACHED_MEGABYTES = 16;

    private final Store store;
    private final Directory directory;
    private final IndexWriter writer;
    private final Place place;

    private IndexFolder(Store store, Directory directory, IndexWriter writer, Place place) {
        this.store = store;
        this.directory = directory;
        this.writer = writer;
        this.place = place;
    }

    static IndexFolder open(Opening opening, Store store) throws IOException {
        try {
            return opened(opening.open(), store, false);
        } catch (IOException | RuntimeException e) { // Lucene says damage in either way
            LOG.warn("The search index cannot be read and is made anew: {}", e.toString());
            return emptied(opening, store);
        }
    }

    /** Without whatever was there. */
    static IndexFolder emptied(Opening opening, Store store) throws IOException {
        return opened(opening.open(), store, true);
    }

    private static IndexFolder opened(Directory files, Store store, boolean anew)
            throws IOException {
        try {
            Place place = anew ? Place.NOWHERE : readable(files, store);
            if (place.equals(Place.NOWHERE)) {
                clear(files);
            } else {
                forgetOlder(files);
            }
            Directory cached =
                    new NRTCachingDirectory(
                            new NamesFirst(files), SMALL_MEGABYTES, CACHED_MEGABYTES);
            IndexWriterConfig config = new IndexWriterConfig(Analysis.OF_ITEMS);
            config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
            config.setCommitOnClose(false);
            config.setMaxFullFlushMergeWaitMillis(0); // somebody waits to see what they wrote
            return new IndexFolder(store, cached, new IndexWriter(cached, config), place);
        } catch (IOException | RuntimeException e) {
            files.close();
            throw e;
        }
    }

    /** Where the index stands, after a look at the checksums of all its files. */
    private static Place readable(Directory files, Store store) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(files)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            return Place.read(reader.getIndexCommit().getUserData(), store).orElse(Place.NOWHERE);
        } catch (IndexNotFoundException e) {
            return Place.NOWHERE; // a new home, or one whose index was deleted
        }
    }

    /**
     * A power cut can bring back the name of an older commit without all of its files, and Lucene
     * reads each commit it finds before it writes.
     */
    private static void forgetOlder(Directory files) throws IOException {
        String last = SegmentInfos.getLastCommitSegmentsFileName(files);
        for (String file : files.listAll()) {
            if (file.startsWith(IndexFileNames.SEGMENTS) && !file.equals(last)) {
                files.deleteFile(file);
            }
        }
    }

    private static void clear(Directory files) throws IOException {
        for (String file : files.listAll()) {
            files.deleteFile(file);
        }
    }

    /** Where it stood when it was opened. */
    Place place() {
        return place;
    }

    IndexWriter writer() {
        return writer;
    }

    /** Makes what was written durable, as of this place. */
    void commit(Place reached) throws IOException {
        writer.setLiveCommitData(reached.write(store).entrySet());
        writer.commit();
    }

    /** Without a commit; what came after the last one is read again at the next start. */
    @Override
    public void close() throws IOException {
        for (AutoCloseable part : List.of(writer, directory)) {
            try {
                part.close();
            } catch (IOException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException("Cannot close the search index", e);
            }
        }
    }
}
