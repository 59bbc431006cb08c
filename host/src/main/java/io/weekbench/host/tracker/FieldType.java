package io.weekbench.host.tracker;

import io.weekbench.api.Attachment;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a field holds; the word in {@code tracker.json} is the name in lower case. */
public enum FieldType {
    TEXT(String.class),
    MARKDOWN(String.class),
    INTEGER(Long.class),
    DECIMAL(BigDecimal.class),
    MONEY(Money.class),
    PERCENT(BigDecimal.class),
    BOOLEAN(Boolean.class),
    DATE(LocalDate.class),
    MONTH(YearMonth.class),
    DATETIME(Instant.class),
    CHOICE(String.class),
    CHOICES(List.class),
    REFERENCE(ItemRef.class),
    REFERENCES(List.class),
    URL(String.class),
    EMAIL(String.class),
    PERSON(String.class),
    FILE(Attachment.class);

    private final Class<?> valueClass;

    FieldType(Class<?> valueClass) {
        this.valueClass = valueClass;
    }

    /** The class of its values; see the table in {@link io.weekbench.api}. */
    public Class<?> valueClass() {
        return valueClass;
    }

    /** Whether its values are free words, so that those of one such type are also of another. */
    public boolean isFreeText() {
        return switch (this) {
            case TEXT, MARKDOWN, URL, EMAIL, PERSON -> true;
            default -> false;
        };
    }

    /** Whether its values lead to other items. */
    public boolean isReference() {
        return this == REFERENCE || this == REFERENCES;
    }

    /** The word in {@code tracker.json}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FieldType> ofWord(String word) {
        return Stream.of(values()).filter(type -> type.word().equals(word)).findFirst();
    }
}
