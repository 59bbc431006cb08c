package io.weekbench.host.tracker;

import io.weekbench.api.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one {@code tracker.json} declares. As {@link TrackerJson} reads it nothing has a number;
 * {@link SpecNumbers} makes the resolved one, which is what is stored and worked with.
 *
 * @param id {@code partner-roadmap}
 * @param tables declared ones in order, then retired ones
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

    TrackerSpec withTables(List<TableSpec> newTables) {
        return new TrackerSpec(id, version, label, description, newTables, views);
    }
}
