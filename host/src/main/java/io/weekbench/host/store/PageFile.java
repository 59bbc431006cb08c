package io.weekbench.host.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The pages of the state as of the last checkpoint, mapped into memory outside the heap.
 *
 * <p>A page's checksum is looked at when it is first touched. That look may fall together with the
 * checkpoint writing the very page, and then see half of each; so a page that does not match is
 * looked at again while nothing is written, and only then called damaged. Reads past that look need
 * no such care: the record a reader holds has the same bytes in the old page and in the new.
 */
final class PageFile implements Closeable {
    static final int MAGIC = 0x57425032; // WBP2
    private static final int SLOTS = 1024;

    private final String name;
    private final DiskFile file;
    private final Object writing = new Object();
    private volatile Slice[] slices = new Slice[0];
    private volatile StateHead head;
    private volatile long newestCheckpoint;

    private record Slice(ByteBuffer slots, AtomicLongArray seenWhole) {}

    private PageFile(String name, DiskFile file, StateHead head) throws IOException {
        this.name = name;
        this.file = file;
        this.head = head;
        this.newestCheckpoint = head.checkpoint();
        map(head.pages());
    }

    static PageFile create(Disk disk, String name) throws IOException {
        disk.delete(name);
        return new PageFile(name, disk.open(name), new StateHead(0, 0, 0));
    }

    /** Opens what a checkpoint left; the redo must have been applied before. */
    static PageFile open(Disk disk, String name) throws IOException {
        DiskFile file = disk.open(name);
        if (StateHead.isOfAnotherForm(file, 0, MAGIC)) {
            throw new StateDamage(name + " is of an older form");
        }
        StateHead head =
                StateHead.read(file, 0, MAGIC)
                        .orElseThrow(() -> new StateDamage(name + " does not begin as it should"));
        if (file.size() < position(head.pages())) {
            throw new StateDamage(name + " ends before page " + head.pages());
        }
        return new PageFile(name, file, head);
    }

    StateHead head() {
        return head;
    }

    boolean contains(int page) {
        return page < head.pages();
    }

    /** The mapped slots this page is among; it begins at {@link #start}. */
    ByteBuffer slots(int page) {
        Slice slice = slices[(page + 1) / SLOTS];
        int slot = (page + 1) % SLOTS;
        if ((slice.seenWhole.getOpaque(slot >>> 6) & 1L << slot) == 0) {
            verify(slice, slot, page);
        }
        return slice.slots;
    }

    /** Where the page begins in {@link #slots}. */
    static int start(int page) {
        return (page + 1) % SLOTS * Page.SIZE;
    }

    /** Reads every page again, whether touched before or not. */
    void verifyAll() {
        for (int page = 0; page < head.pages(); page++) {
            verify(slices[(page + 1) / SLOTS], (page + 1) % SLOTS, page);
        }
    }

    /**
     * Writes sealed pages, by rising number, into their places.
     *
     * @param next what the file holds then; it says so itself only after {@link #writeHead}
     */
    void write(List<Page> pages, StateHead next) throws IOException {
        newestCheckpoint = next.checkpoint();
        for (int from = 0; from < pages.size(); ) {
            int until = runFrom(pages, from);
            synchronized (writing) {
                file.write(position(pages.get(from).number()), bytes(pages, from, until));
            }
            from = until;
        }
        map(next.pages());
        for (Page page : pages) {
            int slot = (page.number() + 1) % SLOTS;
            slices[(page.number() + 1) / SLOTS].seenWhole.getAndUpdate(
                    slot >>> 6, seen -> seen | 1L << slot);
        }
        head = next;
    }

    void writeHead() throws IOException {
        file.write(0, head.encode(MAGIC));
    }

    void force() throws IOException {
        file.force();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** The end of the pages that lie side by side from here on, at most 64. */
    static int runFrom(List<Page> pages, int from) {
        int first = pages.get(from).number();
        int until = from + 1;
        while (until < pages.size()
                && until - from < 64
                && pages.get(until).number() == first + until - from) {
            until++;
        }
        return until;
    }

    static ByteBuffer bytes(List<Page> pages, int from, int until) {
        ByteBuffer bytes = ByteBuffer.allocate((until - from) * Page.SIZE);
        pages.subList(from, until).forEach(page -> bytes.put(page.bytes()));
        return bytes.flip();
    }

    private void verify(Slice slice, int slot, int page) {
        if (!isWhole(slice.slots, slot, page)) {
            synchronized (writing) {
                if (!isWhole(slice.slots, slot, page)) {
                    throw new StateDamage(name + ": page " + page + " does not match its checksum");
                }
            }
        }
        slice.seenWhole.getAndUpdate(slot >>> 6, seen -> seen | 1L << slot);
    }

    /** A page newer than the head is half of a checkpoint whose redo was lost. */
    private boolean isWhole(ByteBuffer slots, int slot, int page) {
        int start = slot * Page.SIZE;
        return Page.isWhole(slots, start, page)
                && Page.checkpoint(slots, start) <= newestCheckpoint;
    }

    /** Grows the file by whole slices, so that a slice is mapped once and for all. */
    private void map(int pages) throws IOException {
        int needed = pages / SLOTS + 1;
        if (needed <= slices.length) {
            return;
        }
        long end = (long) needed * SLOTS * Page.SIZE;
        if (file.size() < end) {
            file.write(end - 1, ByteBuffer.allocate(1));
        }
        Slice[] longer = java.util.Arrays.copyOf(slices, needed);
        for (int i = slices.length; i < needed; i++) {
            ByteBuffer slots = file.map((long) i * SLOTS * Page.SIZE, SLOTS * Page.SIZE);
            longer[i] = new Slice(slots, new AtomicLongArray(SLOTS / 64));
        }
        slices = longer;
    }

    private static long position(int page) {
        return (page + 1L) * Page.SIZE;
    }
}
