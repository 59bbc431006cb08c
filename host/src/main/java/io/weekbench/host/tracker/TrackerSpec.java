package io.weekbench.host.tracker;

import io.weekbench.api.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one {@code tracker.json} declares, its tables and fields numbered.
 *
 * @param id {@code partner-roadmap}
 */
public record TrackerSpec(
        String id,
        String version,
        Text label,
        @Nullable Text description,
        List<TableSpec> tables,
        List<ViewSpec> views) {

    public TrackerSpec {
        tables = List.copyOf(tables);
        views = List.copyOf(views);
    }
}
