package io.weekbench.host.tracker;

import io.weekbench.api.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code tracker.json} says about itself, for people who have yet to decide whether they
 * want it; the rest of the file may be wrong.
 *
 * @param icon one of {@link TrackerSpec#ICONS}, or empty
 * @param tables what people call them
 * @param views how many it declares
 */
public record Introduction(
        String id,
        String version,
        Text label,
        @Nullable Text description,
        String icon,
        List<Text> tables,
        int views,
        Capabilities capabilities) {
    public Introduction {
        tables = List.copyOf(tables);
    }

    /** Of a tracker whose file is gone. */
    public static Introduction of(TrackerSpec tracker) {
        return new Introduction(
                tracker.id(),
                tracker.version(),
                tracker.label(),
                tracker.description(),
                tracker.icon(),
                tracker.tables().stream()
                        .filter(it -> !it.retired())
                        .map(TableSpec::label)
                        .toList(),
                tracker.views().size(),
                Capabilities.NONE);
    }

    /** Of what could not even be read. */
    public static Introduction unread(String id) {
        return new Introduction(
                id, "", new Text(id, id), null, "", List.of(), 0, Capabilities.NONE);
    }
}
