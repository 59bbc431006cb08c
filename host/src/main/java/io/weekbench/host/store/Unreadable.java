package io.weekbench.host.store;

/**
 * Bytes of the journal that are neither a frame nor zeros, or that the disk would not give.
 *
 * @param length in bytes
 */
public record Unreadable(String file, long offset, long length) {}
