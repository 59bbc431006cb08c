package io.weekbench.host.workbench;

import io.weekbench.api.Grounds;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Origin;
import io.weekbench.api.Problem;
import io.weekbench.api.Request;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.TableSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From what is asked to the edits it comes to: names are looked up, values checked one by one, and
 * edits made on top of a value their author did not see are told.
 */
final class Planner {
    private final Draft draft;
    private final Past past;
    private final ItemIds ids;

    Planner(Draft draft, Past past, ItemIds ids) {
        this.draft = draft;
        this.past = past;
        this.ids = ids;
    }

    /** The step a revision belongs to; an empty one where there is no such revision. */
    @FunctionalInterface
    interface StepReader {
        PastStep step(long revision);
    }

    /** Lays the whole request over the draft, an undo spelled out. */
    void planWhole(Request request, StepReader steps) {
        if (request instanceof Request.Undo undo) {
            PastStep step = steps.step(undo.revision());
            if (step.isEmpty()) {
                draft.refuse(Refusals.noSuchRevision(undo.revision()));
                return;
            }
            draft.reason(step.undoReason());
            List<Request> requests = new ArrayList<>();
            Undoing.requests(draft, step).forEach(requests::addAll);
            plan("", new Request.Batch("", requests));
        } else if (request instanceof Request.Batch batch) {
            draft.reason(batch.reason());
            plan("", batch);
        } else {
            plan("", new Request.Batch("", List.of(request)));
        }
    }

    /** Lays one request over the draft. */
    private void plan(String at, Request request) {
        if (request instanceof Request.Create create) {
            create(at, create);
        } else if (request instanceof Request.Update update) {
            update(at, update);
        } else if (request instanceof Request.Delete delete) {
            delete(at, delete);
        } else if (request instanceof Request.Batch batch) {
            List<Request> requests = batch.requests();
            for (int i = 0; i < requests.size(); i++) {
                plan(at + (at.isEmpty() ? "" : ".") + "requests[" + i + "]", requests.get(i));
            }
        } else {
            throw new IllegalStateException(
                    "An undo is spelled out before it is planned: " + request);
        }
    }

    /** Empty where the table or the id is none. */
    Optional<ItemRef> create(String at, Request.Create create) {
        Optional<TableSpec> table = table(at, create.table());
        String id = create.id() == null ? ids.next(draft.now()) : create.id();
        if (!ItemRef.isId(id)) {
            draft.refuse(Refusals.badId(at + ".id", id));
            return Optional.empty();
        }
        return table.map(spec -> create(at, spec, new ItemRef(spec.id(), id), create));
    }

    private ItemRef create(String at, TableSpec table, ItemRef ref, Request.Create create) {
        Item made =
                new Item(
                        ref,
                        draft.revision(),
                        checked(at + ".values.", table, undone(table, ref), create.values()));
        Optional<Item> there = draft.overlay().get(ref);
        if (there.isPresent()) {
            if (!there.get().values().equals(made.values())) {
                draft.refuse(Refusals.idTaken(at + ".id", ref));
            }
            return ref; // sent again after a lost answer: already so
        }
        draft.overlay().put(made);
        draft.note(ref, at, create.grounds());
        return ref;
    }

    /** What an undo brings back of fields that nobody can write any more. */
    private Map<String, Object> undone(TableSpec table, ItemRef ref) {
        Origin origin = draft.caller().origin();
        if (origin.kind() != Origin.Kind.UNDO) {
            return Map.of();
        }
        Map<String, Object> values = new HashMap<>();
        Item before = past.at(ref, Long.parseLong(origin.name()) - 1).orElse(null);
        for (FieldSpec field : table.fields()) {
            Object value = before == null ? null : before.values().get(ItemCodec.nameOf(field));
            if (field.retired() && value != null) {
                values.put(ItemCodec.nameOf(field), value);
            }
        }
        return values;
    }

    private void update(String at, Request.Update update) {
        ItemRef ref = update.ref();
        Optional<TableSpec> table = table(at, ref.table());
        if (table.isEmpty()) {
            return;
        }
        Optional<Item> item = draft.overlay().get(ref);
        if (item.isEmpty()) {
            draft.refuse(Refusals.noSuchItem(at, ref));
            return;
        }
        refuseStale(at, update);
        set(at + ".set.", table.get(), item.get(), update.set());
        draft.note(ref, at, update.grounds());
    }

    /** Sets fields of an item that is there, without looking at what its author saw. */
    void set(String at, TableSpec table, Item item, Map<String, @Nullable Object> set) {
        Map<String, Object> values = checked(at, table, item.values(), set);
        if (!values.equals(item.values())) {
            draft.overlay().put(new Item(item.ref(), draft.revision(), values));
        }
    }

    private void refuseStale(String at, Request.Update update) {
        Optional<Item> current = draft.overlay().before(update.ref()).flatMap(past::byOthers);
        if (current.isEmpty() || seen(at, update.revision(), current.get())) {
            return;
        }
        Map<String, Object> then =
                past.at(update.ref(), update.revision()).map(Item::values).orElse(Map.of());
        update.set()
                .forEach(
                        (field, wanted) -> {
                            Object now = current.get().values().get(field);
                            if (!Objects.equals(now, then.get(field))
                                    && !Objects.equals(now, ValueCheck.normal(wanted))) {
                                draft.refuse(
                                        Refusals.stale(
                                                at + ".set." + field, update.ref(), field, now));
                            }
                        });
    }

    private void delete(String at, Request.Delete delete) {
        ItemRef ref = delete.ref();
        if (table(at, ref.table()).isEmpty()) {
            return;
        }
        if (draft.overlay().get(ref).isEmpty()) {
            draft.refuse(Refusals.noSuchItem(at, ref));
            return;
        }
        draft.overlay()
                .before(ref)
                .flatMap(past::byOthers)
                .filter(current -> !seen(at, delete.revision(), current))
                .ifPresent(current -> draft.refuse(staleDelete(at, current, delete.revision())));
        draft.overlay().remove(ref);
        draft.note(ref, at, delete.grounds());
    }

    private Problem staleDelete(String at, Item current, long revision) {
        Map<String, Object> then =
                past.at(current.ref(), revision).map(Item::values).orElse(Map.of());
        List<String> fields = new ArrayList<>(current.values().keySet());
        fields.removeIf(field -> Objects.equals(current.values().get(field), then.get(field)));
        return Refusals.stale(at, current.ref(), String.join(", ", fields), current.values());
    }

    /** Whether the author saw the item as it is now. */
    private boolean seen(String at, long revision, Item current) {
        if (revision >= draft.revision()) {
            draft.refuse(Refusals.futureRevision(at, revision, draft.revision() - 1));
            return true;
        }
        return revision == Request.ANY || current.revision() <= revision;
    }

    /**
     * The values after the set, in the order of the table's fields; bad ones are told and left out.
     */
    private Map<String, Object> checked(
            String at,
            TableSpec table,
            Map<String, Object> before,
            Map<String, ? extends @Nullable Object> set) {
        Map<String, Object> merged = new HashMap<>(before);
        set.forEach(
                (name, given) -> {
                    Object value = ValueCheck.normal(given);
                    Optional<Problem> problem = problem(at + name, table, name, value);
                    if (problem.isPresent()) {
                        draft.refuse(problem.get());
                    } else if (value == null) {
                        merged.remove(name);
                    } else {
                        merged.put(name, value);
                    }
                });
        return inFieldOrder(table, merged);
    }

    private static Optional<Problem> problem(
            String at, TableSpec table, String name, @Nullable Object value) {
        Optional<FieldSpec> field = table.field(name);
        if (field.isEmpty()) {
            return Optional.of(Refusals.unknownField(at, table, name));
        }
        if (!field.get().isStored()) {
            return Optional.of(Refusals.derivedField(at, field.get()));
        }
        return value == null ? Optional.empty() : ValueCheck.check(at, field.get(), value);
    }

    private static Map<String, Object> inFieldOrder(TableSpec table, Map<String, Object> values) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        for (FieldSpec field : table.fields()) {
            String name = ItemCodec.nameOf(field);
            Object value = values.get(name);
            if (value != null) {
                ordered.put(name, value);
            }
        }
        return ordered;
    }

    private Optional<TableSpec> table(String at, String id) {
        Optional<TableSpec> table = draft.catalog().table(id);
        if (table.isEmpty()) {
            draft.refuse(Refusals.unknownTable(at, id));
        }
        return table;
    }

    /** Grounds for what a rule adds: the rule speaks for itself. */
    void noteRule(ItemRef ref, String plugin) {
        draft.note(ref, "rules/" + plugin, Grounds.NONE);
    }
}
