package io.weekbench.host.json;

import io.weekbench.api.Text;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.FieldType;
import io.weekbench.host.tracker.TableSpec;
import io.weekbench.host.tracker.TrackerSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A table {@code try.all} with one field of each type, named after it. */
final class Specs {
    static final TableSpec ALL = table();
    static final Catalog CATALOG =
            new Catalog(
                    List.of(
                            new TrackerSpec(
                                    "try",
                                    "1.0.0",
                                    new Text("Try", "试"),
                                    null,
                                    List.of(ALL),
                                    List.of())));

    private Specs() {}

    static FieldSpec field(FieldType type) {
        return ALL.field(type.word()).orElseThrow();
    }

    private static TableSpec table() {
        List<FieldSpec> fields = new ArrayList<>();
        Stream.of(FieldType.values()).forEach(type -> fields.add(field(type, fields.size() + 1)));
        return new TableSpec(
                16, "try.all", new Text("All", "全"), List.of("text"), "text", false, true, fields);
    }

    private static FieldSpec field(FieldType type, int number) {
        boolean choice = type == FieldType.CHOICE || type == FieldType.CHOICES;
        boolean reference = type == FieldType.REFERENCE || type == FieldType.REFERENCES;
        return FieldSpec.named(type.word(), type, new Text("A " + type.word(), type.word() + "值"))
                .number(number)
                .choices(
                        choice
                                ? List.of(
                                        new FieldSpec.Choice("planned", new Text("Planned", "规划中")),
                                        new FieldSpec.Choice("came", new Text("Came", "已交付")))
                                : List.of())
                .to(reference ? "try.all" : null)
                .currency(type == FieldType.MONEY ? "CNY" : null)
                .build();
    }
}
