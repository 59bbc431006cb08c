package io.weekbench.host.store;

import io.weekbench.api.Grounds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change to one item as the journal keeps it, with everything a replay needs spelled out.
 *
 * @param body the whole item afterwards, encoded by {@link Body}; null where it was deleted or
 *     purged
 * @param past whether the version it replaces stays readable (a table's {@code history}); if not,
 *     this one stands in its place, and readers of older revisions see it there
 * @param freedKey a natural key that no longer leads to this item, or null
 * @param takenKey a natural key that now leads to this item, or null
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record StoredChange(
        Kind kind,
        int table,
        String id,
        byte @Nullable [] body,
        boolean past,
        @Nullable String freedKey,
        @Nullable String takenKey,
        List<Target> droppedReferences,
        List<Target> addedReferences,
        Grounds grounds) {

    public StoredChange {
        droppedReferences = List.copyOf(droppedReferences);
        addedReferences = List.copyOf(addedReferences);
    }

    /** What happened. */
    public enum Kind {
        CREATED,
        UPDATED,
        DELETED,
        /** The record a purge leaves; the item is gone from everywhere. */
        PURGED
    }

    /**
     * Where a reference leads.
     *
     * @param field number of the field it stands in
     */
    public record Target(int field, int table, String id) {}
}
