package io.weekbench.host.tracker;

import io.weekbench.api.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one {@code tracker.json} declares. As {@link TrackerJson} reads it nothing has a number;
 * {@link SpecNumbers} makes the resolved one, which is what is stored and worked with.
 *
 * @param id {@code partner-roadmap}
 * @param icon one of {@link #ICONS}; empty for what its views are
 * @param tables declared ones in order, then retired ones
 */
public record TrackerSpec(
        String id,
        String version,
        Text label,
        @Nullable Text description,
        String icon,
        List<TableSpec> tables,
        List<ViewSpec> views) {

    /** The pictures there are for trackers; the pages have a mark for each. */
    public static final List<String> ICONS =
            List.of(
                    "table",
                    "matrix",
                    "timeline",
                    "board",
                    "calendar",
                    "chart",
                    "news",
                    "coins",
                    "ticket",
                    "people",
                    "book",
                    "megaphone",
                    "target",
                    "thread");

    public TrackerSpec {
        tables = List.copyOf(tables);
        views = List.copyOf(views);
    }

    /** Without a picture of its own. */
    public TrackerSpec(
            String id,
            String version,
            Text label,
            @Nullable Text description,
            List<TableSpec> tables,
            List<ViewSpec> views) {
        this(id, version, label, description, "", tables, views);
    }

    TrackerSpec withTables(List<TableSpec> newTables) {
        return new TrackerSpec(id, version, label, description, icon, newTables, views);
    }
}
