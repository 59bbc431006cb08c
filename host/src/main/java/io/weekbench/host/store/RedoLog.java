package io.weekbench.host.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The pages of one checkpoint, durable here before any of them goes into the file of all pages. A
 * crash while they go there is mended by writing them again; a crash before leaves this incomplete,
 * which its head tells, and then the file was not touched.
 *
 * <p>It is written in place over the one before, so that forcing it does not grow a file. Dropping
 * it is not forced either: done twice, a redo does no harm.
 */
final class RedoLog implements Closeable {
    private static final int MAGIC = 0x57425232; // WBR2

    private final DiskFile file;

    RedoLog(Disk disk, String name) throws IOException {
        this.file = disk.open(name);
    }

    void write(StateHead head, List<Page> pages) throws IOException {
        CRC32C all = new CRC32C();
        for (Page page : pages) {
            add(all, page.sealedChecksum());
        }
        for (int from = 0; from < pages.size(); from += 64) {
            int until = Math.min(pages.size(), from + 64);
            file.write((from + 1L) * Page.SIZE, PageFile.bytes(pages, from, until));
        }
        file.write(0, head.withRedo(pages.size(), (int) all.getValue()).encode(MAGIC));
        file.force();
    }

    void drop() throws IOException {
        file.write(0, ByteBuffer.allocate(Page.SIZE));
    }

    /** The head of a complete redo; empty where there is none or it was not finished. */
    Optional<StateHead> head() throws IOException {
        Optional<StateHead> head = StateHead.read(file, 0, MAGIC);
        return head.isPresent() && isComplete(head.get()) ? head : Optional.empty();
    }

    /** Writes the pages of this complete redo into the file of all pages, durably. */
    void applyTo(DiskFile pages, StateHead head) throws IOException {
        for (int i = 0; i < head.redone(); i++) {
            ByteBuffer slot = slot(i);
            pages.write((Page.number(slot, 0) + 1L) * Page.SIZE, slot);
        }
        pages.force();
        pages.write(0, head.withoutRedo().encode(PageFile.MAGIC));
        pages.force();
        drop();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private boolean isComplete(StateHead head) throws IOException {
        if (file.size() < (head.redone() + 1L) * Page.SIZE) {
            return false;
        }
        CRC32C all = new CRC32C();
        for (int i = 0; i < head.redone(); i++) {
            ByteBuffer slot = slot(i);
            if (!Page.isWhole(slot, 0, Page.number(slot, 0))
                    || Page.checkpoint(slot, 0) != head.checkpoint()) {
                return false;
            }
            add(all, slot.getInt(Page.DATA));
        }
        return (int) all.getValue() == head.checksum();
    }

    private ByteBuffer slot(int index) throws IOException {
        ByteBuffer slot = ByteBuffer.allocate(Page.SIZE);
        file.read((index + 1L) * Page.SIZE, slot);
        return slot.clear();
    }

    private static void add(CRC32C all, int checksum) {
        all.update(ByteBuffer.allocate(4).putInt(checksum).flip());
    }
}
