package io.weekbench.host.search;

import io.weekbench.api.Attachment;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.TableSpec;
import io.weekbench.host.workbench.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an item says in words: its texts, its choices in both languages, what those are called that
 * it refers to, the names of its files. Numbers and dates are found by conditions.
 */
final class ItemText {
    private ItemText() {}

    /** Field id to text. */
    static Map<String, String> of(Item item, TableSpec table, Reading reading, FieldGraph graph) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (FieldSpec field : table.fields()) {
            if (!field.retired() && graph.isSteady(table, field)) {
                Object value = reading.value(item, field.id()).orElse(null);
                String text = value == null ? null : text(field, value, reading);
                if (text != null) {
                    texts.put(field.id(), text);
                }
            }
        }
        return texts;
    }

    static @Nullable String text(FieldSpec field, Object value, Reading reading) {
        return switch (field.type()) {
            case TEXT, MARKDOWN, URL, EMAIL, PERSON -> (String) value;
            case CHOICE, CHOICES -> choices(field, value);
            case REFERENCE -> reading.title((ItemRef) value);
            case REFERENCES ->
                    ((List<?>) value)
                            .stream()
                                    .map(ref -> reading.title((ItemRef) ref))
                                    .collect(Collectors.joining(" · "));
            case FILE -> ((Attachment) value).name();
            default -> null;
        };
    }

    private static String choices(FieldSpec field, Object value) {
        List<?> ids = value instanceof List<?> list ? list : List.of(value);
        return ids.stream()
                .map(
                        id ->
                                field.choice((String) id)
                                        .map(FieldSpec.Choice::label)
                                        .map(label -> label.en() + " · " + label.zh())
                                        .orElse((String) id))
                .collect(Collectors.joining(" · "));
    }
}
