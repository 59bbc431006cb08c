package io.weekbench.host.workbench;

import io.weekbench.api.Attachment;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Money;
import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import io.weekbench.host.json.Utf8;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.FieldType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether one value fits one field, by itself. */
final class ValueCheck {
    /** Longest text where the field sets no limit of its own, in UTF-16 units. */
    static final int MAX_LENGTH = 1_000_000;

    /** Most elements of a choices or references field. */
    static final int MAX_ELEMENTS = 10_000;

    private static final int MAX_DIGITS = 100;
    private static final Text MOST_DIGITS =
            new Text("≤ " + MAX_DIGITS + " digits", "不超过 " + MAX_DIGITS + " 位数字");

    private static final int MAX_YEAR = 9999;

    private ValueCheck() {}

    /** The form a value is kept in: no empty texts or lists, times to the millisecond. */
    static @Nullable Object normal(@Nullable Object value) {
        if ((value instanceof String text && text.isEmpty())
                || (value instanceof List<?> list && list.isEmpty())) {
            return null;
        }
        return value instanceof Instant time ? time.truncatedTo(ChronoUnit.MILLIS) : value;
    }

    static Optional<Problem> check(String at, FieldSpec field, Object value) {
        if (!field.type().valueClass().isInstance(value)) {
            return Optional.of(ValueRefusals.wrongType(at, field, value));
        }
        if (value instanceof String text) {
            return text(at, field, text);
        } else if (value instanceof List<?> list) {
            return list(at, field, list);
        } else if (value instanceof ItemRef ref) {
            return reference(at, field, ref);
        } else if (value instanceof Money money) {
            return money(at, field, money);
        } else if (value instanceof BigDecimal decimal) {
            return number(at, field, decimal);
        } else if (value instanceof Long number) {
            return range(at, field, number);
        } else if (value instanceof Attachment file) {
            return wholeText(at, field, file.name());
        }
        return time(at, field, value);
    }

    private static Optional<Problem> text(String at, FieldSpec field, String text) {
        int limit = field.maxLength() == null ? MAX_LENGTH : field.maxLength();
        if (text.length() > limit) {
            return Optional.of(ValueRefusals.tooLong(at, field, text.length(), limit));
        }
        if (field.type() == FieldType.CHOICE && field.choice(text).isEmpty()) {
            return Optional.of(ValueRefusals.unknownChoice(at, field, text));
        }
        return wholeText(at, field, text);
    }

    /** Half a character would be stored as a question mark: refused before that. */
    private static Optional<Problem> wholeText(String at, FieldSpec field, String text) {
        return Utf8.hasLoneSurrogate(text)
                ? Optional.of(ValueRefusals.badText(at, field))
                : Optional.empty();
    }

    private static Optional<Problem> list(String at, FieldSpec field, List<?> list) {
        if (list.size() > MAX_ELEMENTS) {
            return Optional.of(
                    ValueRefusals.outOfRange(at, field, list.size(), "≤ " + MAX_ELEMENTS));
        }
        for (int i = 0; i < list.size(); i++) {
            Optional<Problem> problem = element(at + "[" + i + "]", field, list.get(i));
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Optional<Problem> element(String at, FieldSpec field, @Nullable Object element) {
        if (field.type() == FieldType.REFERENCES && element instanceof ItemRef ref) {
            return reference(at, field, ref);
        }
        if (field.type() == FieldType.CHOICES && element instanceof String choice) {
            return field.choice(choice).isPresent()
                    ? Optional.empty()
                    : Optional.of(ValueRefusals.unknownChoice(at, field, choice));
        }
        return Optional.of(ValueRefusals.wrongType(at, field, String.valueOf(element)));
    }

    private static Optional<Problem> reference(String at, FieldSpec field, ItemRef ref) {
        return ref.table().equals(field.to())
                ? Optional.empty()
                : Optional.of(Refusals.wrongTarget(at, field, ref));
    }

    private static Optional<Problem> money(String at, FieldSpec field, Money money) {
        if (field.currency() != null && !field.currency().equals(money.currency())) {
            return Optional.of(ValueRefusals.wrongCurrency(at, field, money.currency()));
        }
        return number(at, field, money.amount());
    }

    private static Optional<Problem> number(String at, FieldSpec field, BigDecimal number) {
        if (number.precision() > MAX_DIGITS || Math.abs(number.scale()) > MAX_DIGITS) {
            return Optional.of(
                    ValueRefusals.outOfRange(
                            at, field, number.round(new java.math.MathContext(10)), MOST_DIGITS));
        }
        return range(at, field, number);
    }

    /** Bounds are of the class of the value; {@link FieldSpec} says so. */
    @SuppressWarnings("unchecked")
    private static Optional<Problem> range(String at, FieldSpec field, Object value) {
        Comparable<Object> comparable = (Comparable<Object>) value;
        Object min = field.min();
        Object max = field.max();
        if (min != null && comparable.compareTo(min) < 0) {
            return Optional.of(outOfRange(at, field, value, "≥", min));
        }
        if (max != null && comparable.compareTo(max) > 0) {
            return Optional.of(outOfRange(at, field, value, "≤", max));
        }
        return Optional.empty();
    }

    private static Problem outOfRange(
            String at, FieldSpec field, Object value, String sign, Object bound) {
        return field.type() == FieldType.PERCENT
                        && value instanceof BigDecimal number
                        && bound instanceof BigDecimal limit
                ? ValueRefusals.percentOutOfRange(at, field, number, sign, limit)
                : ValueRefusals.outOfRange(at, field, value, sign + " " + bound);
    }

    /** Four-digit years, because everything a person reads and exchanges has four. */
    private static Optional<Problem> time(String at, FieldSpec field, Object value) {
        int year = 1;
        if (value instanceof LocalDate date) {
            year = date.getYear();
        } else if (value instanceof YearMonth month) {
            year = month.getYear();
        } else if (value instanceof Instant time) {
            year = time.atOffset(java.time.ZoneOffset.UTC).getYear();
        }
        return year >= 1 && year <= MAX_YEAR
                ? value instanceof Comparable ? range(at, field, value) : Optional.empty()
                : Optional.of(ValueRefusals.outOfRange(at, field, value, "0001–9999"));
    }
}
