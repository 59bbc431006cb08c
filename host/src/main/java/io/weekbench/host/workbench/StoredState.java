package io.weekbench.host.workbench;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.host.store.StoreView;
import io.weekbench.host.store.StoredReference;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.TableSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is stored, at one revision, read under the catalogue's names. */
record StoredState(StoreView view, Catalog catalog) implements State {

    @Override
    public Optional<Item> get(ItemRef ref) {
        return catalog.table(ref.table())
                .flatMap(
                        table ->
                                view.get(table.number(), ref.id())
                                        .map(stored -> ItemCodec.decode(table, stored)));
    }

    /** What a person calls an item: its title field, or its id where that is not set. */
    String title(ItemRef ref) {
        return catalog.table(ref.table())
                .flatMap(table -> get(ref).flatMap(item -> item.value(table.title())))
                .map(Object::toString)
                .orElse(ref.id());
    }

    @Override
    public Optional<ItemRef> byKey(TableSpec table, String key) {
        return view.byKey(table.number(), key).map(id -> new ItemRef(table.id(), id));
    }

    @Override
    public List<Reference> referring(ItemRef target) {
        return catalog.table(target.table()).stream()
                .flatMap(table -> view.referring(table.number(), target.id()).stream())
                .flatMap(this::named)
                .toList();
    }

    /** A reference from a field that is no longer declared is history, and binds nobody. */
    private Stream<Reference> named(StoredReference stored) {
        return catalog.table(stored.table()).stream()
                .flatMap(
                        table ->
                                table.field(stored.field()).stream()
                                        .filter(field -> !field.retired())
                                        .map(
                                                field ->
                                                        new Reference(
                                                                table,
                                                                field,
                                                                new ItemRef(
                                                                        table.id(), stored.id()))));
    }
}
