package io.weekbench.host.workbench;

import io.weekbench.api.Grouping;
import io.weekbench.host.tracker.FieldSpec;
import java.util.List;

/** A {@link Grouping}, understood. */
public record Grouped(Asked items, List<FieldSpec> by, List<Figure> figures) {
    public Grouped {
        by = List.copyOf(by);
        figures = List.copyOf(figures);
    }

    /** What to work out, of which field. */
    public record Figure(Grouping.Function function, FieldSpec field) {
        Grouping.Figure named() {
            return new Grouping.Figure(function, field.id());
        }
    }
}
