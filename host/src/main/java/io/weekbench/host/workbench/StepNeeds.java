package io.weekbench.host.workbench;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Request;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.TableSpec;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which requests of a step must not come later than others: whoever refers to an item must not be
 * written before it is made, and whoever takes a natural key not before its holder gave it up.
 */
final class StepNeeds {
    private final List<Request> requests;
    private final State now;
    private final Catalog catalog;
    private final Map<ItemRef, Integer> made = new HashMap<>();
    private final Map<Key, Integer> freed = new HashMap<>();
    private final Map<Integer, Integer> sameItemBefore = new HashMap<>();

    private record Key(String table, String text) {}

    /**
     * @param now what stands before the step
     */
    StepNeeds(List<Request> requests, State now, Catalog catalog) {
        this.requests = requests;
        this.now = now;
        this.catalog = catalog;
        Map<ItemRef, Integer> last = new HashMap<>();
        for (int i = 0; i < requests.size(); i++) {
            note(i, requests.get(i), last);
        }
    }

    private void note(int place, Request request, Map<ItemRef, Integer> last) {
        ItemRef ref = ref(request);
        if (ref == null) {
            return;
        }
        Integer earlier = last.put(ref, place);
        if (earlier != null) {
            sameItemBefore.put(place, earlier);
        }
        if (request instanceof Request.Create) {
            made.putIfAbsent(ref, place);
        } else {
            freedBy(request, ref).ifPresent(key -> freed.put(key, place));
        }
    }

    private static @Nullable ItemRef ref(Request request) {
        if (request instanceof Request.Create create) {
            String id = create.id();
            return id == null || !ItemRef.isId(id) ? null : new ItemRef(create.table(), id);
        } else if (request instanceof Request.Update update) {
            return update.ref();
        }
        return request instanceof Request.Delete delete ? delete.ref() : null;
    }

    private Optional<Key> freedBy(Request request, ItemRef ref) {
        Optional<TableSpec> table = catalog.table(ref.table());
        if (table.isEmpty() || !mayMoveKey(table.get(), request)) {
            return Optional.empty();
        }
        Optional<Key> before = now.get(ref).flatMap(item -> key(table.get(), item));
        return before.equals(takenBy(request)) ? Optional.empty() : before;
    }

    private static boolean mayMoveKey(TableSpec table, Request request) {
        return request instanceof Request.Delete
                || (request instanceof Request.Update update
                        && table.key().stream().anyMatch(update.set()::containsKey));
    }

    /** The key an item has after the request. */
    private Optional<Key> takenBy(Request request) {
        if (request instanceof Request.Create create) {
            ItemRef ref = new ItemRef(create.table(), "new");
            return catalog.table(create.table())
                    .flatMap(table -> key(table, new Item(ref, 0, create.values())));
        } else if (request instanceof Request.Update update) {
            return catalog.table(update.ref().table())
                    .filter(table -> mayMoveKey(table, update))
                    .flatMap(
                            table ->
                                    now.get(update.ref()).flatMap(i -> key(table, set(i, update))));
        }
        return Optional.empty();
    }

    private static Item set(Item item, Request.Update update) {
        Map<String, Object> values = new LinkedHashMap<>(item.values());
        update.set()
                .forEach(
                        (field, given) -> {
                            Object value = ValueCheck.normal(given);
                            if (value == null) {
                                values.remove(field);
                            } else {
                                values.put(field, value);
                            }
                        });
        return new Item(item.ref(), item.revision(), values);
    }

    private static Optional<Key> key(TableSpec table, Item item) {
        return KeyText.of(table, item).map(text -> new Key(table.id(), text));
    }

    /** Places of the requests that must not come after the one at this place. */
    int[] of(int place) {
        Request request = requests.get(place);
        Set<Integer> needs = new LinkedHashSet<>();
        add(needs, sameItemBefore.get(place));
        for (Object value : values(request)) {
            for (Object element : value instanceof List<?> list ? list : List.of(value)) {
                if (element instanceof ItemRef target) {
                    add(needs, made.get(target));
                }
            }
        }
        if (!freed.isEmpty()) {
            takenBy(request).ifPresent(key -> add(needs, freed.get(key)));
        }
        needs.remove(place);
        return needs.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void add(Set<Integer> needs, @Nullable Integer place) {
        if (place != null) {
            needs.add(place);
        }
    }

    private static List<Object> values(Request request) {
        if (request instanceof Request.Create create) {
            return List.copyOf(create.values().values());
        }
        return request instanceof Request.Update update
                ? update.set().values().stream().filter(value -> value != null).toList()
                : List.of();
    }
}
