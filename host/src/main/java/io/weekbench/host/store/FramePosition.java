package io.weekbench.host.store;

/**
 * Where a commit lies in the journal. Holds until a purge rewrites the segment.
 *
 * @param segment number of the segment, from 1
 * @param offset of the frame in it
 * @param length of the frame in bytes, without its padding
 */
record FramePosition(int segment, int offset, int length) {}
