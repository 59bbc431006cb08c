package io.weekbench.host.store;

import java.io.File;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapdb.DBException;
import org.mapdb.DataInput2;
import org.mapdb.volume.Volume;

/**
 * The bytes MapDB lives in: the pages of the last checkpoint, and over them, in memory, those that
 * were written since.
 *
 * <p>MapDB itself overwrites records in place, and a crash in the middle leaves trees no one can
 * read. Here nothing reaches the file until a checkpoint takes everything written so far as one, so
 * the file always holds the state as it was at some {@link #freeze}.
 *
 * <p>One thread writes and freezes. Readers look without locks of ours: MapDB's own lock on a
 * record stands between its readers and its writer, and a page that is copied for writing keeps all
 * other records as they were.
 */
final class StateVolume extends Volume {
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final byte[] ZEROS = new byte[Page.SIZE];

    private final PageFile file;
    private final PageTable table = new PageTable();
    private List<Page> written = new ArrayList<>();
    private long generation = 1;
    private int pages;
    private volatile long available;

    StateVolume(PageFile file) {
        this.file = file;
        this.pages = file.head().pages();
        this.available = (long) pages * Page.DATA;
    }

    /** Bytes of memory that the next {@link #freeze} takes. */
    long writtenBytes() {
        return (long) written.size() * Page.SIZE;
    }

    /**
     * Takes everything written so far as one: what is written from now on goes to copies.
     *
     * @return the pages to bring into the file, by rising number, without a gap after its end
     */
    List<Page> freeze() {
        for (int page = file.head().pages(); page < pages; page++) {
            if (table.get(page) == null) {
                writable(page);
            }
        }
        List<Page> frozen = written;
        frozen.sort(Comparator.comparingInt(Page::number));
        written = new ArrayList<>();
        generation++;
        return frozen;
    }

    int pages() {
        return pages;
    }

    /** Lets go of pages that are in the file by now. */
    void release(List<Page> frozen) {
        frozen.forEach(table::remove);
    }

    @Override
    public long getLong(long offset) {
        int page = page(offset);
        Page inMemory = table.get(page);
        if (inMemory != null) {
            return (long) LONGS.get(inMemory.bytes(), at(offset, page));
        }
        return file.contains(page)
                ? file.slots(page).getLong(PageFile.start(page) + at(offset, page))
                : 0;
    }

    @Override
    public int getInt(long offset) {
        int page = page(offset);
        Page inMemory = table.get(page);
        if (inMemory != null) {
            return (int) INTS.get(inMemory.bytes(), at(offset, page));
        }
        return file.contains(page)
                ? file.slots(page).getInt(PageFile.start(page) + at(offset, page))
                : 0;
    }

    @Override
    public byte getByte(long offset) {
        int page = page(offset);
        Page inMemory = table.get(page);
        if (inMemory != null) {
            return inMemory.bytes()[at(offset, page)];
        }
        return file.contains(page)
                ? file.slots(page).get(PageFile.start(page) + at(offset, page))
                : 0;
    }

    @Override
    public void getData(long offset, byte[] into, int position, int size) {
        for (int done = 0; done < size; ) {
            int page = page(offset + done);
            int at = at(offset + done, page);
            int length = Math.min(size - done, Page.DATA - at);
            copyOut(page, at, into, position + done, length);
            done += length;
        }
    }

    @Override
    public DataInput2 getDataInput(long offset, int size) {
        int page = page(offset);
        int at = at(offset, page);
        if (at + size > Page.DATA) {
            byte[] bytes = new byte[size];
            getData(offset, bytes, 0, size);
            return new DataInput2.ByteArray(bytes);
        }
        Page inMemory = table.get(page);
        if (inMemory != null) {
            return new DataInput2.ByteArray(inMemory.bytes(), at);
        }
        return file.contains(page)
                ? new DataInput2.ByteBuffer(file.slots(page), PageFile.start(page) + at)
                : new DataInput2.ByteArray(ZEROS, at);
    }

    @Override
    public void putLong(long offset, long value) {
        int page = page(offset);
        LONGS.set(writable(page).bytes(), at(offset, page), value);
    }

    @Override
    public void putInt(long offset, int value) {
        int page = page(offset);
        INTS.set(writable(page).bytes(), at(offset, page), value);
    }

    @Override
    public void putByte(long offset, byte value) {
        int page = page(offset);
        writable(page).bytes()[at(offset, page)] = value;
    }

    @Override
    public void putData(long offset, byte[] from, int position, int size) {
        putData(offset, ByteBuffer.wrap(from, position, size));
    }

    @Override
    public void putData(long offset, ByteBuffer from) {
        long next = offset;
        while (from.hasRemaining()) {
            int page = page(next);
            int at = at(next, page);
            int length = Math.min(from.remaining(), Page.DATA - at);
            from.get(writable(page).bytes(), at, length);
            next += length;
        }
    }

    @Override
    public void clear(long start, long end) {
        for (long next = start; next < end; ) {
            int length = (int) Math.min(end - next, ZEROS.length);
            putData(next, ZEROS, 0, length);
            next += length;
        }
    }

    @Override
    public void ensureAvailable(long offset) {
        available = Math.max(available, offset);
    }

    @Override
    public long length() {
        return available;
    }

    /** MapDB asks for this at its commit; what makes bytes durable here is the checkpoint. */
    @Override
    public void sync() {}

    @Override
    public void close() {
        closed.set(true);
    }

    @Override
    public void truncate(long size) {
        throw new UnsupportedOperationException("Only MapDB's compaction would ask for this");
    }

    @Override
    public int sliceSize() {
        return -1;
    }

    @Override
    public boolean isSliced() {
        return false;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public @Nullable File getFile() {
        return null;
    }

    @Override
    public boolean getFileLocked() {
        return false;
    }

    private void copyOut(int page, int at, byte[] into, int position, int length) {
        Page inMemory = table.get(page);
        if (inMemory != null) {
            System.arraycopy(inMemory.bytes(), at, into, position, length);
        } else if (file.contains(page)) {
            file.slots(page).get(PageFile.start(page) + at, into, position, length);
        } else {
            java.util.Arrays.fill(into, position, position + length, (byte) 0);
        }
    }

    /** The page in memory, copied there when it is first written since the last freeze. */
    private Page writable(int number) {
        Page inMemory = table.get(number);
        if (inMemory != null && inMemory.generation() == generation) {
            return inMemory;
        }
        Page copy = Page.blank(number, generation);
        copyOut(number, 0, copy.bytes(), 0, Page.DATA);
        table.put(copy);
        written.add(copy);
        pages = Math.max(pages, number + 1);
        return copy;
    }

    private static int page(long offset) {
        if (offset < 0) {
            throw new DBException.VolumeEOF("No such place: " + offset);
        }
        return (int) (offset / Page.DATA);
    }

    private static int at(long offset, int page) {
        return (int) (offset - (long) page * Page.DATA);
    }
}
