package io.weekbench.host.workbench;

import io.weekbench.api.Edit;
import io.weekbench.api.Grounds;
import io.weekbench.api.Item;
import io.weekbench.host.store.Body;
import io.weekbench.host.store.StoredChange;
import io.weekbench.host.store.StoredItem;
import io.weekbench.host.tracker.Carrying;
import io.weekbench.host.tracker.DataStep;
import io.weekbench.host.tracker.TableSpec;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a changed spec makes of the items of one table. */
final class Rewriting {
    private static final Logger LOG = LoggerFactory.getLogger(Rewriting.class);

    private final TableSpec before;
    private final TableSpec after;
    private final List<DataStep.Carry> carries;
    private final Set<String> takenKeys = new HashSet<>();

    Rewriting(TableSpec before, TableSpec after, List<DataStep> steps) {
        this.before = before;
        this.after = after;
        this.carries =
                steps.stream()
                        .filter(DataStep.Carry.class::isInstance)
                        .map(DataStep.Carry.class::cast)
                        .filter(carry -> carry.table().equals(after.id()))
                        .toList();
    }

    /** The item as it stands, and with what is carried over. */
    Edit edit(StoredItem stored) {
        Item was = ItemCodec.decode(before, stored);
        Item is = ItemCodec.decode(after, carried(stored));
        return new Edit("", was.ref(), was, is, Grounds.NONE);
    }

    private StoredItem carried(StoredItem stored) {
        byte[] body = stored.body();
        if (body == null) {
            throw new IllegalStateException("A deletion among live items: " + stored);
        }
        Map<Integer, Object> values = new LinkedHashMap<>(Body.decode(body));
        for (DataStep.Carry carry : carries) {
            Object value = values.get(carry.from());
            if (value != null) {
                values.put(
                        carry.to(),
                        Carrying.carry(value, after.field(carry.to()).orElseThrow().type()));
            }
        }
        return new StoredItem(stored.table(), stored.id(), stored.revision(), Body.encode(values));
    }

    /** Of two items that would share a key the one with the lower id keeps it. */
    StoredChange withFreeKey(StoredChange change) {
        String key = change.takenKey();
        if (key == null || takenKeys.add(key)) {
            return change;
        }
        LOG.warn(
                "{}/{} shares its new key with another item; it cannot be found by it until one of"
                        + " them changes",
                after.id(),
                change.id());
        return new StoredChange(
                change.kind(),
                change.table(),
                change.id(),
                change.body(),
                change.past(),
                change.freedKey(),
                null,
                change.droppedReferences(),
                change.addedReferences(),
                change.grounds());
    }
}
