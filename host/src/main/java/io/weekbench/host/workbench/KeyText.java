package io.weekbench.host.workbench;

import io.weekbench.api.Item;
import io.weekbench.host.tracker.TableSpec;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A natural key as one text, equal for keys that a person would call the same: Unicode in NFC,
 * spaces around trimmed, 1.50 as 1.5.
 */
public final class KeyText {
    private static final String SEPARATOR = "\u001f";
    private static final String ESCAPE = "\u001b";

    private KeyText() {}

    /**
     * Empty where the table has no key, the item lacks a part of it, or the item is an entry that
     * reverses another: that one keeps the key.
     */
    static Optional<String> of(TableSpec table, Item item) {
        if (table.append() && item.values().containsKey(TableSpec.REVERSES)) {
            return Optional.empty();
        }
        List<Object> parts = new ArrayList<>();
        for (String field : table.key()) {
            Object part = item.values().get(field);
            if (part == null) {
                return Optional.empty();
            }
            parts.add(part);
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(of(parts));
    }

    public static String of(List<Object> parts) {
        return String.join(SEPARATOR, parts.stream().map(KeyText::text).toList());
    }

    private static String text(Object part) {
        if (part instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros().toPlainString();
        }
        return Normalizer.normalize(part.toString(), Normalizer.Form.NFC)
                .strip()
                .replace(ESCAPE, ESCAPE + "e")
                .replace(SEPARATOR, ESCAPE + "s");
    }
}
