package io.weekbench.host.workbench;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.host.store.Body;
import io.weekbench.host.store.StoredItem;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.TableSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/** Between an item, whose values go by names, and its body, whose values go by numbers. */
final class ItemCodec {

    private ItemCodec() {}

    static Item decode(TableSpec table, StoredItem stored) {
        byte[] body = stored.body();
        if (body == null) {
            throw new IllegalStateException("A deletion has no values: " + stored);
        }
        ItemRef ref = new ItemRef(table.id(), stored.id());
        return new Item(ref, stored.revision(), values(table, body));
    }

    static byte[] encode(TableSpec table, Item item) {
        Map<Integer, Object> numbered = new LinkedHashMap<>();
        for (FieldSpec field : table.fields()) {
            Object value = field.isStored() ? item.values().get(nameOf(field)) : null;
            if (value != null) {
                numbered.put(field.number(), value);
            }
        }
        return Body.encode(numbered);
    }

    /** Field name to value, in the order of the table's fields. */
    static Map<String, Object> values(TableSpec table, byte[] body) {
        Map<Integer, Object> numbered = Body.decode(body);
        Map<String, Object> values = new LinkedHashMap<>();
        for (FieldSpec field : table.fields()) {
            Object value = numbered.get(field.number());
            if (value != null) {
                values.put(nameOf(field), value);
            }
        }
        return values;
    }

    /** A field that is no longer declared goes by a name no declared field can have. */
    static String nameOf(FieldSpec field) {
        return field.retired() ? field.id() + "~" + field.number() : field.id();
    }
}
