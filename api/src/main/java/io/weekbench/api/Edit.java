package io.weekbench.api;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a proposal would do to one item; made by the host, judged by rules.
 *
 * @param at where in the request it stands: {@code requests[3]}
 * @param before the item as it is; null if it would be created
 * @param after the item as it would be; null if it would be deleted
 */
public record Edit(
        String at, ItemRef ref, @Nullable Item before, @Nullable Item after, Grounds grounds) {

    public boolean creates() {
        return before == null;
    }

    public boolean deletes() {
        return after == null;
    }

    /** Whether the field would have another value than before. */
    public boolean changes(String field) {
        return !Objects.equals(values(before).get(field), values(after).get(field));
    }

    /** The fields that would have another value than before. */
    public Set<String> changed() {
        Map<String, Object> old = values(before);
        Map<String, Object> news = values(after);
        Set<String> fields = new LinkedHashSet<>();
        old.forEach((field, value) -> addUnlessEqual(fields, field, value, news.get(field)));
        news.forEach((field, value) -> addUnlessEqual(fields, field, value, old.get(field)));
        return fields;
    }

    private static void addUnlessEqual(
            Set<String> fields, String field, Object one, @Nullable Object other) {
        if (!one.equals(other)) {
            fields.add(field);
        }
    }

    private static Map<String, Object> values(@Nullable Item item) {
        return item == null ? Map.of() : item.values();
    }
}
