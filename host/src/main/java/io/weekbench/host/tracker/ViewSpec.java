package io.weekbench.host.tracker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.Query.Sort;
import io.weekbench.api.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A view a tracker brings along.
 *
 * @param kind how it is shown: one of {@link #KINDS}
 * @param table full table id
 * @param columns field ids in order; empty for a kind that needs none
 * @param where a CEL expression, empty for all
 * @param module a file in the plugin's {@code web/} that shows it instead of its kind; empty for
 *     none
 * @param options what only its kind understands, as its author wrote it: the pages read it
 */
public record ViewSpec(
        String id,
        String kind,
        String table,
        Text label,
        @Nullable Text description,
        List<String> columns,
        List<Sort> sort,
        String where,
        String module,
        ObjectNode options) {
    /** The kinds there are; docs/view-guide.md says what each takes as options. */
    static final List<String> KINDS =
            List.of(
                    "grid",
                    "matrix",
                    "board",
                    "timeline",
                    "calendar",
                    "summary",
                    "chart",
                    "reader",
                    "page",
                    "form",
                    "history",
                    "links",
                    "report");

    public ViewSpec {
        columns = List.copyOf(columns);
        sort = List.copyOf(sort);
        options = options.deepCopy();
    }
}
