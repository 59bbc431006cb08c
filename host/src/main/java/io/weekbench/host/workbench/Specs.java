package io.weekbench.host.workbench;

import io.weekbench.api.Commit;
import io.weekbench.api.ErrorCode;
import io.weekbench.api.WeekbenchException;
import io.weekbench.host.expression.Compilation;
import io.weekbench.host.expression.Derived;
import io.weekbench.host.expression.Expression;
import io.weekbench.host.expression.Expressions;
import io.weekbench.host.expression.Reads;
import io.weekbench.host.store.Body;
import io.weekbench.host.store.Store;
import io.weekbench.host.store.StoreView;
import io.weekbench.host.store.StoredItem;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.FieldType;
import io.weekbench.host.tracker.SpecCodec;
import io.weekbench.host.tracker.SystemTables;
import io.weekbench.host.tracker.TableSpec;
import io.weekbench.host.tracker.TrackerSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The specs of every tracker this home ever knew, read from the store, where they are items like
 * any other. Changed by whoever writes, alone; read by anybody.
 */
final class Specs {
    private static final int SPEC =
            SystemTables.TRACKERS.field("spec").map(FieldSpec::number).orElseThrow();

    private final Store store;
    private final ZoneId zone;
    private final Expressions expressions = new Expressions();
    private volatile Catalog catalog;

    /**
     * @param zone says when a day begins, for {@code today()}
     */
    Specs(Store store, ZoneId zone) {
        this.store = store;
        this.zone = zone;
        this.catalog = read(store);
    }

    Catalog catalog() {
        return catalog;
    }

    /**
     * Stores what a tracker declares now, and does to its items what that asks for.
     *
     * @param told of each commit; of that of the spec when its names are those of the catalogue
     */
    void install(TrackerSpec declared, Instant now, Consumer<Commit> told) {
        Optional<Commit> changed = new SpecChange(store, catalog, now, told).commit(declared);
        if (changed.isPresent()) {
            catalog = read(store);
            told.accept(changed.get());
        }
    }

    /** Stands still at this moment, for one reading. */
    Clock clock(Instant now) {
        return Clock.fixed(now, zone);
    }

    /** Works out derived fields over this state; for one reading by one thread. */
    Derived derived(State state, Catalog names, Clock clock) {
        return new Derived(names, expressions, new StateLookup(state, names), clock);
    }

    /** Nothing yet; it is told which values are wanted and says what they depend on. */
    Reads reads(Catalog names) {
        return new Reads(names, expressions);
    }

    /**
     * A condition over the table's fields.
     *
     * @throws WeekbenchException {@code BAD_QUERY} with its problems
     */
    Expression condition(TableSpec table, String source) {
        Compilation compilation = expressions.compile(table, source, FieldType.BOOLEAN);
        if (!compilation.problems().isEmpty()) {
            throw new WeekbenchException(ErrorCode.BAD_QUERY, compilation.problemsAt("where"));
        }
        return compilation.compiled();
    }

    private static Catalog read(Store store) {
        StoreView view = store.at(store.revision());
        TableSpec table = SystemTables.TRACKERS;
        List<TrackerSpec> trackers = new ArrayList<>();
        Iterator<StoredItem> items = view.scan(table.number(), "");
        while (items.hasNext()) {
            byte[] body = items.next().body();
            if (body != null) {
                Object spec = Objects.requireNonNull(Body.decode(body).get(SPEC));
                trackers.add(SpecCodec.read((String) spec));
            }
        }
        return new Catalog(trackers);
    }
}
