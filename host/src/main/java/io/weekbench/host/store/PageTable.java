package io.weekbench.host.store;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Which pages of the state are in memory, by number.
 *
 * <p>One writer puts pages in and the checkpoint takes them out, once they are in the file, unless
 * the writer has put a newer one there. Readers look without locks: a page is never changed under
 * its reader where that reader looks, because MapDB locks the record.
 */
final class PageTable {
    private static final int BITS = 10;
    private static final int CHUNK = 1 << BITS;

    private volatile Chunk[] chunks = new Chunk[0];

    private static final class Chunk extends AtomicReferenceArray<@Nullable Page> {
        Chunk() {
            super(CHUNK);
        }
    }

    @Nullable Page get(int number) {
        Chunk[] seen = chunks;
        int chunk = number >>> BITS;
        return chunk < seen.length ? seen[chunk].getAcquire(number & (CHUNK - 1)) : null;
    }

    /** Called by the writer alone. */
    void put(Page page) {
        int chunk = page.number() >>> BITS;
        if (chunk >= chunks.length) {
            grow(chunk + 1);
        }
        chunks[chunk].setRelease(page.number() & (CHUNK - 1), page);
    }

    /** Does nothing where a newer page stands in its place. */
    void remove(Page page) {
        chunks[page.number() >>> BITS].compareAndSet(page.number() & (CHUNK - 1), page, null);
    }

    private void grow(int length) {
        Chunk[] longer = Arrays.copyOf(chunks, length);
        for (int i = chunks.length; i < length; i++) {
            longer[i] = new Chunk();
        }
        chunks = longer;
    }
}
