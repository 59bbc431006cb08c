package io.weekbench.host.tracker;

import io.weekbench.api.Text;
import java.util.List;

/** Tables of the host itself; their numbers are below {@link #FIRST_FREE}. */
public final class SystemTables {
    /** The tracker they belong to, which nobody else may be called. */
    public static final String TRACKER = "weekbench";

    /** The first number a table of a tracker gets. */
    public static final int FIRST_FREE = 16;

    /**
     * The resolved specs themselves, one item a tracker, its id the tracker's: a change of a spec
     * is a commit like any other, so that history can be read with the names of its time.
     */
    public static final TableSpec TRACKERS =
            new TableSpec(
                    1,
                    TRACKER + ".tracker",
                    new Text("Tracker", "追踪器"),
                    List.of(),
                    "version",
                    false,
                    true,
                    List.of(
                            FieldSpec.named("version", FieldType.TEXT, new Text("Version", "版本"))
                                    .number(1)
                                    .required(true)
                                    .build(),
                            // What SpecCodec writes.
                            FieldSpec.named("spec", FieldType.TEXT, new Text("Spec", "定义"))
                                    .number(2)
                                    .required(true)
                                    .build()));

    /**
     * How each person arranged their views, and the perspectives they saved: written by the pages,
     * which alone understand it. Nobody will ask how it was, so its past is not kept.
     */
    public static final TableSpec LAYOUTS =
            new TableSpec(
                    2,
                    TRACKER + ".layout",
                    new Text("Layout", "布局"),
                    null,
                    List.of("person"),
                    "person",
                    false,
                    false,
                    false,
                    List.of(
                            FieldSpec.named("person", FieldType.TEXT, new Text("Person", "人员"))
                                    .number(1)
                                    .required(true)
                                    .build(),
                            FieldSpec.named("desk", FieldType.TEXT, new Text("Desk", "桌面"))
                                    .number(2)
                                    .build()));

    private static final List<TableSpec> ALL = List.of(TRACKERS, LAYOUTS);

    private SystemTables() {}

    public static List<TableSpec> all() {
        return ALL;
    }
}
