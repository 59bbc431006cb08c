package io.weekbench.host.tracker;

import io.weekbench.api.Text;
import io.weekbench.host.tracker.FieldSpec.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sets the parts of a {@link FieldSpec} one by one, since a field has few of the many there are.
 */
public final class FieldSpecBuilder {
    private int number;
    private final String id;
    private FieldType type;
    private final Text label;
    private @Nullable Text description;
    private List<String> was = List.of();
    private boolean required;
    private @Nullable String requiredWhen;
    private List<Choice> choices = List.of();
    private @Nullable String to;
    private @Nullable String currency;
    private @Nullable Text unit;
    private @Nullable Integer maxLength;
    private @Nullable Object min;
    private @Nullable Object max;
    private @Nullable Derivation derivation;
    private boolean retired;

    FieldSpecBuilder(String id, FieldType type, Text label) {
        this.id = id;
        this.type = type;
        this.label = label;
    }

    FieldSpecBuilder(FieldSpec field) {
        this(field.id(), field.type(), field.label());
        number = field.number();
        description = field.description();
        was = field.was();
        required = field.required();
        requiredWhen = field.requiredWhen();
        choices = field.choices();
        to = field.to();
        currency = field.currency();
        unit = field.unit();
        maxLength = field.maxLength();
        min = field.min();
        max = field.max();
        derivation = field.derivation();
        retired = field.retired();
    }

    public FieldSpecBuilder number(int value) {
        number = value;
        return this;
    }

    public FieldSpecBuilder type(FieldType value) {
        type = value;
        return this;
    }

    public FieldSpecBuilder description(@Nullable Text value) {
        description = value;
        return this;
    }

    public FieldSpecBuilder was(List<String> value) {
        was = value;
        return this;
    }

    public FieldSpecBuilder required(boolean value) {
        required = value;
        return this;
    }

    public FieldSpecBuilder requiredWhen(@Nullable String value) {
        requiredWhen = value;
        return this;
    }

    public FieldSpecBuilder choices(List<Choice> value) {
        choices = value;
        return this;
    }

    public FieldSpecBuilder to(@Nullable String value) {
        to = value;
        return this;
    }

    public FieldSpecBuilder currency(@Nullable String value) {
        currency = value;
        return this;
    }

    public FieldSpecBuilder unit(@Nullable Text value) {
        unit = value;
        return this;
    }

    public FieldSpecBuilder maxLength(@Nullable Integer value) {
        maxLength = value;
        return this;
    }

    public FieldSpecBuilder min(@Nullable Object value) {
        min = value;
        return this;
    }

    public FieldSpecBuilder max(@Nullable Object value) {
        max = value;
        return this;
    }

    public FieldSpecBuilder derivation(@Nullable Derivation value) {
        derivation = value;
        return this;
    }

    public FieldSpecBuilder retired(boolean value) {
        retired = value;
        return this;
    }

    public FieldSpec build() {
        return new FieldSpec(
                number,
                id,
                type,
                label,
                description,
                was,
                required,
                requiredWhen,
                choices,
                to,
                currency,
                unit,
                maxLength,
                min,
                max,
                derivation,
                retired);
    }
}
