package io.weekbench.host.workbench;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.host.expression.Derived;
import io.weekbench.host.expression.Values;
import io.weekbench.host.store.BodyFields;
import io.weekbench.host.store.StoredItem;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.TableSpec;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The item a scan stands at, of which only the fields that are needed are decoded. */
final class ScannedRow implements Values {
    private final TableSpec table;
    private final Derived derived;
    private final List<FieldSpec> fields;
    private final Map<String, Integer> places = new HashMap<>();
    private final BodyFields decoded;
    private @Nullable StoredItem at;
    private @Nullable Item item;

    /**
     * @param fields ids of the stored fields that will be asked for, be it to derive others
     */
    ScannedRow(TableSpec table, Derived derived, Collection<String> fields) {
        this.table = table;
        this.derived = derived;
        this.fields = fields.stream().flatMap(id -> table.field(id).stream()).toList();
        this.fields.forEach(field -> places.put(field.id(), places.size()));
        this.decoded = new BodyFields(this.fields.stream().mapToInt(FieldSpec::number).toArray());
    }

    void moveTo(StoredItem stored) {
        byte[] body = stored.body();
        if (body == null) {
            throw new IllegalStateException("A deletion among live items: " + stored);
        }
        decoded.read(body);
        at = stored;
        item = null;
    }

    @Override
    public @Nullable Object get(String field) {
        Integer place = places.get(field);
        return place != null ? decoded.value(place) : derived.value(item(), field).orElse(null);
    }

    /** With the fields decoded alone: enough to derive others from. */
    private Item item() {
        Item known = item;
        if (known == null) {
            known = partOfItem();
            item = known;
        }
        return known;
    }

    private Item partOfItem() {
        StoredItem stored = Objects.requireNonNull(at, "moved to no item yet");
        Map<String, Object> values = new LinkedHashMap<>();
        for (int place = 0; place < fields.size(); place++) {
            Object value = decoded.value(place);
            if (value != null) {
                values.put(fields.get(place).id(), value);
            }
        }
        return new Item(new ItemRef(table.id(), stored.id()), stored.revision(), values);
    }
}
