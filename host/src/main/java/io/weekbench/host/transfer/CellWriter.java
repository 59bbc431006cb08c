package io.weekbench.host.transfer;

import io.weekbench.api.Attachment;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Money;
import io.weekbench.api.Text;
import io.weekbench.host.json.Json;
import io.weekbench.host.json.ValueWriter;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.FieldType;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as cells that {@link CellReader} reads back to the same value.
 *
 * <p>In a language, choices and references are written by their names where the name leads back;
 * without one, by their ids.
 */
final class CellWriter {
    private static final Pattern SEPARATOR = Pattern.compile("[;；、,，\n]");

    private final Names names;
    private final @Nullable Function<Text, String> language;

    /**
     * @param language which of the two texts to write; null for ids
     */
    CellWriter(Names names, @Nullable Function<Text, String> language) {
        this.names = names;
        this.language = language;
    }

    String write(FieldSpec field, Object value) {
        if (value instanceof String text) {
            return field.type() == FieldType.CHOICE
                    ? FormulaGuard.protect(choice(field, text))
                    : FormulaGuard.protect(text);
        } else if (value instanceof BigDecimal decimal) {
            return field.type() == FieldType.PERCENT ? percent(decimal) : decimal.toPlainString();
        } else if (value instanceof Money money) {
            return money.currency().equals(field.currency())
                    ? money.amount().toPlainString()
                    : money.toString();
        } else if (value instanceof Boolean bool) {
            return bool(bool);
        } else if (value instanceof ItemRef ref) {
            return FormulaGuard.protect(reference(ref));
        } else if (value instanceof List<?> list) {
            return FormulaGuard.protect(list(field, list));
        } else if (value instanceof Attachment file) {
            return Json.text(ValueWriter.attachment(file));
        }
        return value.toString();
    }

    private static String percent(BigDecimal fraction) {
        return fraction.movePointRight(2).toPlainString() + "%";
    }

    private String bool(boolean value) {
        Text word = value ? new Text("yes", "是") : new Text("no", "否");
        return language == null ? Boolean.toString(value) : language.apply(word);
    }

    /** The label where it leads back to this choice alone. */
    private String choice(FieldSpec field, String id) {
        if (language == null || field.choice(id).isEmpty()) {
            return id;
        }
        String label = language.apply(field.choice(id).get().label());
        long meant =
                field.choices().stream()
                        .filter(
                                other ->
                                        other.id().equals(label)
                                                || other.label().en().equalsIgnoreCase(label)
                                                || other.label().zh().equals(label))
                        .count();
        boolean leadsBack = meant == 1 && label.equals(label.strip()) && !isSplit(label);
        return leadsBack ? label : id;
    }

    private String reference(ItemRef ref) {
        return language == null ? ref.toString() : names.of(ref).orElse(ref.toString());
    }

    private String list(FieldSpec field, List<?> list) {
        return list.stream()
                .map(
                        one -> {
                            String name =
                                    one instanceof ItemRef ref
                                            ? reference(ref)
                                            : choice(field, one.toString());
                            return isSplit(name) ? one.toString() : name;
                        })
                .collect(Collectors.joining("; "));
    }

    private static boolean isSplit(String name) {
        return SEPARATOR.matcher(name).find();
    }
}
