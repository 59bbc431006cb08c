package io.weekbench.host.tracker;

import io.weekbench.api.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One field of a table.
 *
 * @param number stable for ever and never given to another field; what bodies are written with
 * @param id what values, expressions and columns name it by
 * @param type of its values; of a derived field, of what is derived
 * @param derivation how it is evaluated when read; null for a stored field
 * @param retired whether the tracker no longer declares it; its past stays readable
 */
public record FieldSpec(
        int number,
        String id,
        FieldType type,
        Text label,
        @Nullable Text description,
        boolean required,
        @Nullable String requiredWhen,
        List<Choice> choices,
        @Nullable String to,
        @Nullable String currency,
        @Nullable String unit,
        @Nullable Integer maxLength,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable Derivation derivation,
        boolean retired) {

    public FieldSpec {
        choices = List.copyOf(choices);
    }

    public boolean isStored() {
        return derivation == null;
    }

    public Optional<Choice> choice(String id) {
        return choices.stream().filter(choice -> choice.id().equals(id)).findFirst();
    }

    /** One value of a choice or choices field. */
    public record Choice(String id, Text label) {}
}
