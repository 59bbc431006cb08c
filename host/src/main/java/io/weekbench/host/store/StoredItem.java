package io.weekbench.host.store;

import org.jspecify.annotations.Nullable;

/**
 * One version of an item.
 *
 * @param body encoded by {@link Body}; null where this version deleted the item. Never written to.
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record StoredItem(int table, String id, long revision, byte @Nullable [] body) {}
