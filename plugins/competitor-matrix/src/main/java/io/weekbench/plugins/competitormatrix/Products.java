package io.weekbench.plugins.competitormatrix;

import io.weekbench.api.Grouping;
import io.weekbench.api.Groups;
import io.weekbench.api.Inquiry;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Report;
import io.weekbench.api.Snapshot;
import io.weekbench.api.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The products there are, ours first, then by name. Of those with values the names are read with
 * their values: a product's own row counts all of them each time it is read.
 */
final class Products {
    /** Which of them a report is about. */
    static final Report.Input ASKED =
            Report.Input.items(
                    "products",
                    new Text("Products (all)", "产品（默认全部）"),
                    CompetitorMatrix.PRODUCT,
                    false);

    private static final String OWN = "own";

    private final Map<ItemRef, String> names = new LinkedHashMap<>();
    private final List<ItemRef> own = new ArrayList<>();

    Products(Snapshot snapshot) {
        List<String> by = List.of("productKind", "productName", "product");
        Grouping valued = new Grouping(CompetitorMatrix.CELL, "", "", by, List.of());
        Map<ItemRef, String> kinds = new LinkedHashMap<>();
        Map<ItemRef, String> found = new LinkedHashMap<>();
        for (Groups.Group row : snapshot.groups(valued).groups()) {
            ItemRef ref = (ItemRef) Objects.requireNonNull(row.by().get("product"));
            kinds.put(ref, (String) row.by().getOrDefault("productKind", ""));
            found.put(ref, (String) row.by().getOrDefault("productName", ref.id()));
        }
        Set<String> valuedNames = Set.copyOf(found.values());
        List<String> name = List.of("name");
        Grouping all = new Grouping(CompetitorMatrix.PRODUCT, "", "", name, List.of());
        for (Groups.Group row : snapshot.groups(all).groups()) {
            Object named = row.by().get("name");
            if (named != null && !valuedNames.contains(named)) {
                snapshot.byKey(CompetitorMatrix.PRODUCT, List.of(named))
                        .ifPresent(
                                item -> {
                                    kinds.put(item.ref(), item.text("kind").orElse(""));
                                    found.put(item.ref(), nameOf(item));
                                });
            }
        }
        found.keySet().stream().filter(ref -> OWN.equals(kinds.get(ref))).forEach(own::add);
        own.forEach(ref -> names.put(ref, found.get(ref)));
        found.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(one -> names.putIfAbsent(one.getKey(), one.getValue()));
    }

    private static String nameOf(Item product) {
        return product.text("name").orElse(product.ref().id());
    }

    List<ItemRef> all() {
        return new ArrayList<>(names.keySet());
    }

    /** Those that were asked for; all where none was. */
    List<ItemRef> asked(Inquiry inquiry) {
        List<ItemRef> asked = inquiry.items(ASKED.id());
        return asked.isEmpty() ? all() : asked;
    }

    List<ItemRef> own() {
        return List.copyOf(own);
    }

    Text name(ItemRef product) {
        String name = names.getOrDefault(product, product.id());
        return new Text(name, name);
    }
}
