package io.weekbench.host.workbench;

import io.weekbench.api.Grouping;
import io.weekbench.api.Groups;
import io.weekbench.host.expression.Reads;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.TableSpec;
import java.time.Clock;
import java.util.Optional;

/** Groups for which every item is looked at, once as long as their answer holds. */
final class ScannedGroups {
    private final StoredState state;
    private final Reading reading;
    private final Finder finder;
    private final GroupCache kept;

    ScannedGroups(StoredState state, Reading reading, Finder finder, GroupCache kept) {
        this.state = state;
        this.reading = reading;
        this.finder = finder;
        this.kept = kept;
    }

    /**
     * @param reads nothing yet; it is told what the groups depend on
     */
    Groups run(Grouping grouping, Grouped grouped, Reads reads, long purges, Clock clock) {
        follow(grouped, reads);
        if (reads.isMomentary()) {
            return scan(grouped);
        }
        Optional<GroupCache.Key> key =
                Validity.of(reads, state, purges, clock)
                        .map(validity -> new GroupCache.Key(grouping, validity));
        Groups known = key.flatMap(kept::get).orElse(null);
        if (known != null) {
            return new Groups(state.view().revision(), known.total(), known.groups());
        }
        Groups found = scan(grouped);
        key.ifPresent(one -> kept.put(one, found));
        return found;
    }

    private Groups scan(Grouped grouped) {
        return new GroupRun(reading, finder).run(grouped);
    }

    private static void follow(Grouped grouped, Reads reads) {
        TableSpec table = grouped.items().table();
        reads.add(table);
        reads.add(table, grouped.items().where());
        grouped.by().forEach(field -> follow(table, field, reads));
        grouped.figures().forEach(figure -> follow(table, figure.field(), reads));
        if (!grouped.items().text().isEmpty()) {
            table.fields().stream()
                    .filter(field -> !field.retired())
                    .forEach(field -> follow(table, field, reads));
        }
    }

    /** References are sorted and found by what they lead to is called. */
    private static void follow(TableSpec table, FieldSpec field, Reads reads) {
        reads.add(table, field.id());
        if (field.type().isReference()) {
            reads.addTitles(field);
        }
    }
}
