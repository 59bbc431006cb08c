package io.weekbench.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row of a table as it stood at some revision; made by the host, received by plugins.
 *
 * <p>Immutable. The typed getters are empty where the field is not set, and throw {@link
 * ClassCastException} where it is of another type: that is a mistake of the caller's code.
 *
 * @param ref its name
 * @param revision of the commit that made it so; an update says which one its author saw
 * @param values field id to value, set fields only, in the order of the table's fields
 */
public record Item(ItemRef ref, long revision, Map<String, Object> values) {

    public Item {
        values = Values.copyOf(values);
    }

    public Optional<Object> value(String field) {
        return Optional.ofNullable(values.get(field));
    }

    /** A text, markdown, url, email, person or choice. */
    public Optional<String> text(String field) {
        return as(String.class, field);
    }

    public Optional<Long> integer(String field) {
        return as(Long.class, field);
    }

    /** A decimal or a percent; a percent is the fraction. */
    public Optional<BigDecimal> decimal(String field) {
        return as(BigDecimal.class, field);
    }

    public Optional<Money> money(String field) {
        return as(Money.class, field);
    }

    public Optional<Boolean> bool(String field) {
        return as(Boolean.class, field);
    }

    public Optional<LocalDate> date(String field) {
        return as(LocalDate.class, field);
    }

    public Optional<YearMonth> month(String field) {
        return as(YearMonth.class, field);
    }

    public Optional<Instant> instant(String field) {
        return as(Instant.class, field);
    }

    public Optional<ItemRef> reference(String field) {
        return as(ItemRef.class, field);
    }

    public Optional<Attachment> file(String field) {
        return as(Attachment.class, field);
    }

    /** The values of a choices field; empty where it is not set. */
    public List<String> choices(String field) {
        return list(String.class, field);
    }

    /** The values of a references field; empty where it is not set. */
    public List<ItemRef> references(String field) {
        return list(ItemRef.class, field);
    }

    private <T> Optional<T> as(Class<T> type, String field) {
        return Optional.ofNullable(type.cast(values.get(field)));
    }

    private <T> List<T> list(Class<T> type, String field) {
        List<?> list = as(List.class, field).orElse(List.of());
        return list.stream().<T>map(type::cast).toList();
    }
}
