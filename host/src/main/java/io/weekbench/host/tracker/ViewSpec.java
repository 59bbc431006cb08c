package io.weekbench.host.tracker;

import io.weekbench.api.Query.Sort;
import io.weekbench.api.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A view a tracker brings along.
 *
 * @param kind {@code grid}; more kinds later
 * @param table full table id
 * @param columns field ids in order
 * @param where a CEL expression, empty for all
 */
public record ViewSpec(
        String id,
        String kind,
        String table,
        Text label,
        @Nullable Text description,
        List<String> columns,
        List<Sort> sort,
        String where) {

    public ViewSpec {
        columns = List.copyOf(columns);
        sort = List.copyOf(sort);
    }
}
