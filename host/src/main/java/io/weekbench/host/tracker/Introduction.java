package io.weekbench.host.tracker;

import io.weekbench.api.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code tracker.json} says about itself, for people who have yet to decide whether they
 * want it; the rest of the file may be wrong.
 */
public record Introduction(
        String id,
        String version,
        Text label,
        @Nullable Text description,
        Capabilities capabilities) {}
