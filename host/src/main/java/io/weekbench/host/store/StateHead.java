package io.weekbench.host.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What a file of pages says about itself, in one slot of its own.
 *
 * @param checkpoint its number, rising by one
 * @param pages how many pages follow; each of them is whole, or the file is damaged
 * @param revision the state has reached
 * @param redone how many pages follow in the redo; 0 in the file of all pages
 * @param checksum over their checksums, so that pages of two attempts never pass for one
 */
record StateHead(long checkpoint, int pages, long revision, int redone, int checksum) {
    private static final int VERSION = 2;
    private static final int BYTES = 36;

    StateHead(long checkpoint, int pages, long revision) {
        this(checkpoint, pages, revision, 0, 0);
    }

    StateHead withRedo(int redone, int checksum) {
        return new StateHead(checkpoint, pages, revision, redone, checksum);
    }

    StateHead withoutRedo() {
        return new StateHead(checkpoint, pages, revision);
    }

    /** One slot, ready to be written. */
    ByteBuffer encode(int magic) {
        ByteBuffer slot = ByteBuffer.allocate(Page.SIZE);
        slot.putInt(magic).putInt(VERSION).putLong(checkpoint).putInt(pages).putLong(revision);
        slot.putInt(redone).putInt(checksum);
        slot.putInt(crc(slot));
        return slot.clear();
    }

    /** Empty where no head of this kind stands at that place, or it is not whole. */
    static Optional<StateHead> read(DiskFile file, long position, int magic) throws IOException {
        if (file.size() < position + Page.SIZE) {
            return Optional.empty();
        }
        ByteBuffer slot = ByteBuffer.allocate(Page.SIZE);
        file.read(position, slot);
        slot.clear();
        if (slot.getInt() != magic || slot.getInt() != VERSION) {
            return Optional.empty();
        }
        StateHead head =
                new StateHead(
                        slot.getLong(),
                        slot.getInt(),
                        slot.getLong(),
                        slot.getInt(),
                        slot.getInt());
        return slot.getInt() == crc(slot) ? Optional.of(head) : Optional.empty();
    }

    /** Whether its beginning says that it was written whole, and by another version of the host. */
    static boolean isOfAnotherForm(DiskFile file, long position, int magic) throws IOException {
        if (file.size() < position + Page.SIZE) {
            return false;
        }
        ByteBuffer beginning = ByteBuffer.allocate(2 * Integer.BYTES);
        file.read(position, beginning);
        int kind = beginning.getInt(0);
        int version = beginning.getInt(Integer.BYTES);
        boolean sameFamily = kind >>> Byte.SIZE == magic >>> Byte.SIZE;
        return sameFamily && (kind != magic || version != VERSION);
    }

    private static int crc(ByteBuffer slot) {
        CRC32C crc = new CRC32C();
        crc.update(slot.duplicate().position(0).limit(BYTES));
        return (int) crc.getValue();
    }
}
