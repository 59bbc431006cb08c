package io.weekbench.api;

import java.util.List;

/**
 * What a plugin adds beyond its {@code tracker.json}; implemented by plugins, called by the host.
 * Named in {@code META-INF/services}. A tracker that needs nothing of this has no Java at all.
 *
 * <p>Every method has an empty default, so that the interface can grow without breaking anyone.
 */
public interface Tracker {

    /** Judges of edits to this tracker's tables. */
    default List<Rule> rules() {
        return List.of();
    }

    /** Readers of files that hold rows of this tracker's tables. */
    default List<Importer> importers() {
        return List.of();
    }

    /** Where this tracker's news comes from by itself. */
    default List<Source> sources() {
        return List.of();
    }

    /** What this tracker says on the prepared page of a week. */
    default List<Section> sections() {
        return List.of();
    }

    /** Pages this tracker makes when somebody asks for them. */
    default List<Report> reports() {
        return List.of();
    }

    /**
     * Called once the tracker's tables are known; what it registers and forgets is closed by the
     * host.
     */
    default void start(Workbench workbench) {}
}
