package io.weekbench.host.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One version of an item as it stands in {@code current} or {@code past}.
 *
 * <p>A body above {@link #INLINE} stays in the journal: MapDB writes whole nodes of several values,
 * and large ones would make every change slow.
 *
 * <p>A change that does not keep what it replaces stands in its place: a reader of any revision
 * from {@code since} on sees it, though it came later. So a table without history has one version
 * of each item, seen from everywhere since the item was created.
 *
 * @param since the revision itself, or that of the version in whose place this one stands
 * @param body null where the item was deleted, or where the journal has it
 * @param pointer to the body in the journal, or {@link BodyPointer#NONE}
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record StateVersion(long revision, long since, byte @Nullable [] body, BodyPointer pointer) {
    static final int INLINE = 1024;

    private static final int DELETED = 0;
    private static final int BODY = 1;
    private static final int POINTER = 2;
    private static final int HEAD = 17;

    static StateVersion of(long revision, long since, StoredChange change, BodyPointer pointer) {
        byte[] body = change.body();
        return body != null && body.length > INLINE
                ? new StateVersion(revision, since, null, pointer)
                : new StateVersion(revision, since, body, BodyPointer.NONE);
    }

    static StateVersion decode(byte[] value) {
        ByteBuffer buffer = ByteBuffer.wrap(value);
        long revision = buffer.getLong();
        long since = buffer.getLong();
        byte kind = buffer.get();
        return switch (kind) {
            case DELETED -> new StateVersion(revision, since, null, BodyPointer.NONE);
            case BODY -> {
                byte[] body = Arrays.copyOfRange(value, HEAD, value.length);
                yield new StateVersion(revision, since, body, BodyPointer.NONE);
            }
            case POINTER -> {
                BodyPointer pointer =
                        new BodyPointer(buffer.getInt(), buffer.getInt(), buffer.getInt());
                yield new StateVersion(revision, since, null, pointer);
            }
            default -> throw new IllegalStateException("Unknown kind of version: " + kind);
        };
    }

    /** The revision of an encoded version, without taking the body out. */
    static long revision(byte[] value) {
        return ByteBuffer.wrap(value).getLong();
    }

    /** From when on an encoded version is seen. */
    static long since(byte[] value) {
        return ByteBuffer.wrap(value).getLong(8);
    }

    /** Moves an encoded version into the place of an older one. */
    static byte[] withSince(byte[] value, long since) {
        ByteBuffer.wrap(value).putLong(8, since);
        return value;
    }

    boolean isInJournal() {
        return !pointer.equals(BodyPointer.NONE);
    }

    boolean isLive() {
        return body != null || isInJournal();
    }

    byte[] encode() {
        int kind = isInJournal() ? POINTER : body != null ? BODY : DELETED;
        int length = isInJournal() ? 12 : body != null ? body.length : 0;
        ByteBuffer buffer = ByteBuffer.allocate(HEAD + length);
        buffer.putLong(revision).putLong(since).put((byte) kind);
        if (isInJournal()) {
            buffer.putInt(pointer.segment()).putInt(pointer.offset()).putInt(pointer.length());
        } else if (body != null) {
            buffer.put(body);
        }
        return buffer.array();
    }
}
