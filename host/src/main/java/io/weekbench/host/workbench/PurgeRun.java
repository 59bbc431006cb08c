package io.weekbench.host.workbench;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Origin;
import io.weekbench.api.Problem;
import io.weekbench.api.Snapshot;
import io.weekbench.host.json.PurgeRequest;
import io.weekbench.host.store.StoreAdmin;
import io.weekbench.host.store.StoredCommit;
import io.weekbench.host.tracker.SystemTables;
import io.weekbench.host.tracker.TableSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Judges what somebody wants gone for good, and takes it out of the store while nobody writes.
 *
 * <p>It cannot be undone, so a number has to be given back that only a look at what would go tells:
 * how many changes that is.
 */
final class PurgeRun {
    private final LiveWorkbench workbench;
    private final StoreAdmin store;
    private final PurgeRequest request;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<StoreAdmin.Item> items = new TreeSet<>();
    private final Set<Long> steps = new TreeSet<>();

    PurgeRun(LiveWorkbench workbench, StoreAdmin store, PurgeRequest request) {
        this.workbench = workbench;
        this.store = store;
        this.request = request;
    }

    /** What would go, and what stands in its way. */
    PurgeOutcome preview() {
        for (int i = 0; i < request.items().size(); i++) {
            addItem(request.items().get(i), "items[" + i + "]");
        }
        for (int i = 0; i < request.steps().size(); i++) {
            addStep(request.steps().get(i), "steps[" + i + "]");
        }
        if (!problems.isEmpty()) {
            return PurgeOutcome.refused(problems);
        }
        StoreAdmin.Purgeable found = store.purgeable(items, steps);
        List<ItemRef> gone = named(found.gone());
        named(found.inTheWay()).forEach(item -> problems.add(PurgeRefusals.builtUpon(item)));
        gone.forEach(item -> referring(item, gone).ifPresent(problems::add));
        if (found.changes() == 0) {
            problems.add(PurgeRefusals.nothingLeft());
        }
        return new PurgeOutcome(problems, gone, found.changes(), 0, 0);
    }

    /** Takes it out; alone with the store, so that what was looked at is what goes. */
    PurgeOutcome run(Caller caller) {
        return workbench.exclusive(
                () -> {
                    try {
                        return alone(caller);
                    } finally { // also where it broke off with its record written
                        workbench.feed().readBack();
                    }
                });
    }

    private PurgeOutcome alone(Caller caller) {
        PurgeOutcome seen = preview();
        if (!seen.refused().isEmpty()) {
            return seen;
        }
        Long confirmed = request.confirmed();
        if (confirmed == null || confirmed != seen.changes()) {
            return PurgeOutcome.refused(
                    List.of(PurgeRefusals.notConfirmed(seen.changes(), seen.items())));
        }
        try {
            Instant now = workbench.clock().instant();
            return store.purge(items, steps, caller.actor(), request.reason(), now)
                    .map(gone -> purged(seen, gone))
                    .orElseGet(() -> PurgeOutcome.refused(List.of(PurgeRefusals.beingRead())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PurgeOutcome purged(PurgeOutcome seen, StoreAdmin.Purged gone) {
        return new PurgeOutcome(
                List.of(), seen.items(), gone.changes(), gone.files(), gone.revision());
    }

    private void addItem(String text, String at) {
        Optional<ItemRef> ref = parsed(text);
        Optional<TableSpec> table = ref.flatMap(item -> workbench.catalog().table(item.table()));
        if (ref.isEmpty()) {
            problems.add(PurgeRefusals.notAReference(at, text));
        } else if (table.isEmpty() || table.get().number() < SystemTables.FIRST_FREE) {
            problems.add(Refusals.unknownTable(at, ref.get().table()));
        } else if (now().history(ref.get()).isEmpty()) {
            problems.add(PurgeRefusals.neverWas(at, ref.get()));
        } else {
            items.add(new StoreAdmin.Item(table.get().number(), ref.get().id()));
        }
    }

    private static Optional<ItemRef> parsed(String text) {
        try {
            return Optional.of(ItemRef.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void addStep(long revision, String at) {
        if (revision < 1 || revision > workbench.store().revision()) {
            problems.add(PurgeRefusals.noSuchRevision(at, revision));
            return;
        }
        StoredCommit.Head head = workbench.store().head(revision);
        if (head.origin().kind() == Origin.Kind.HOST) { // without its spec no table can be read
            problems.add(PurgeRefusals.hostsOwn(at, revision));
        } else {
            steps.add(head.step());
        }
    }

    /** What refers to an item that is gone would lead nowhere. */
    private Optional<Problem> referring(ItemRef item, List<ItemRef> going) {
        List<ItemRef> referring =
                workbench.catalog().fieldsTo(item.table()).stream()
                        .flatMap(field -> now().referring(item, field).stream())
                        .map(Item::ref)
                        .filter(ref -> !going.contains(ref))
                        .toList();
        return referring.isEmpty()
                ? Optional.empty()
                : Optional.of(PurgeRefusals.referredTo(item, referring));
    }

    private List<ItemRef> named(List<StoreAdmin.Item> numbered) {
        return numbered.stream()
                .flatMap(
                        item ->
                                workbench.catalog().table(item.table()).stream()
                                        .map(table -> new ItemRef(table.id(), item.id())))
                .toList();
    }

    private Snapshot now() {
        return workbench.as(Caller.HOST).snapshot();
    }
}
