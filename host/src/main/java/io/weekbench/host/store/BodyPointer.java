package io.weekbench.host.store;

/**
 * Where one item's body lies in the journal. Holds until a purge rewrites the segment.
 *
 * @param segment number of the segment, from 1
 * @param offset of the body's checksum, which the body follows
 * @param length of the body in bytes
 */
record BodyPointer(int segment, int offset, int length) {
    /** Stands for the body of a change that has none. */
    static final BodyPointer NONE = new BodyPointer(0, 0, 0);
}
