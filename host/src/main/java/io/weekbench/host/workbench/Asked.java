package io.weekbench.host.workbench;

import io.weekbench.api.ItemRef;
import io.weekbench.host.expression.Expression;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.TableSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which items of one table are meant, understood: names are fields, the condition is compiled.
 *
 * @param where null for all
 * @param text words to be found in them; blank for all
 */
public record Asked(TableSpec table, @Nullable Expression where, String text) {

    /** Those of these ids. */
    List<ItemRef> refs(List<String> ids) {
        return ids.stream().map(id -> new ItemRef(table.id(), id)).toList();
    }

    /** One of the fields that items are sorted by. */
    public record By(FieldSpec field, boolean descending) {}

    /**
     * A page of them.
     *
     * @param sort ties go by id
     */
    public record Page(Asked items, List<By> sort, long offset, int limit) {
        public Page {
            sort = List.copyOf(sort);
        }
    }
}
