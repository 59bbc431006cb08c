package io.weekbench.host.workbench;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.FieldType;
import io.weekbench.host.tracker.TableSpec;
import java.util.LinkedHashSet;
import java.util.Set;

/** Where an item leads to. */
final class References {

    private References() {}

    /** Each target once a field. */
    static Set<Outgoing> of(TableSpec table, Item item) {
        if (table.referring().isEmpty()) {
            return Set.of();
        }
        Set<Outgoing> outgoing = new LinkedHashSet<>();
        for (FieldSpec field : table.referring()) {
            if (field.type() == FieldType.REFERENCE) {
                item.reference(field.id())
                        .ifPresent(target -> outgoing.add(new Outgoing(field, target)));
            } else {
                item.references(field.id())
                        .forEach(target -> outgoing.add(new Outgoing(field, target)));
            }
        }
        return outgoing;
    }

    record Outgoing(FieldSpec field, ItemRef target) {}
}
