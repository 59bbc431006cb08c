package io.weekbench.host.search;

import io.weekbench.api.Money;
import io.weekbench.host.tracker.FieldSpec;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import org.apache.lucene.util.BytesRef;

/**
 * Values as bytes that sort as the values do: numbers by size, dates by day, choices as declared,
 * texts by code points; and back.
 */
final class Keys {
    /** Lucene takes no longer ones. */
    private static final int LONGEST = 32_000;

    private static final int MONTHS = 12;

    private Keys() {}

    /** Whether {@link #of} keeps all there is to this value. */
    static boolean isWhole(FieldSpec field, Object value) {
        return switch (field.type()) {
            case CHOICE -> field.choice((String) value).isPresent();
            default -> !(value instanceof String text) || text.length() <= LONGEST / 3;
        };
    }

    static BytesRef of(FieldSpec field, Object value) {
        return switch (field.type()) {
            case INTEGER -> number((Long) value);
            case DECIMAL, PERCENT -> DecimalKeys.of((BigDecimal) value);
            case MONEY -> DecimalKeys.of(((Money) value).amount());
            case BOOLEAN -> new BytesRef(new byte[] {(byte) ((Boolean) value ? 1 : 0)});
            case DATE -> number(((LocalDate) value).toEpochDay());
            case MONTH -> number(monthNumber((YearMonth) value));
            case DATETIME -> time((Instant) value);
            case CHOICE -> choice(field, (String) value);
            default -> text(value.toString());
        };
    }

    /** The value of a whole key; of a file its name, of a reference its text. */
    static Object value(FieldSpec field, BytesRef key) {
        ByteBuffer bytes = ByteBuffer.wrap(key.bytes, key.offset, key.length);
        return switch (field.type()) {
            case INTEGER -> number(bytes);
            case DECIMAL, PERCENT -> DecimalKeys.value(key);
            case MONEY ->
                    new Money(DecimalKeys.value(key), Objects.requireNonNull(field.currency()));
            case BOOLEAN -> bytes.get() == 1;
            case DATE -> LocalDate.ofEpochDay(number(bytes));
            case MONTH -> {
                long months = number(bytes);
                int month = (int) Math.floorMod(months, (long) MONTHS);
                yield YearMonth.of((int) Math.floorDiv(months, (long) MONTHS), month + 1);
            }
            case DATETIME -> Instant.ofEpochSecond(number(bytes), bytes.getInt());
            case CHOICE -> field.choices().get(bytes.getShort()).id();
            default -> key.utf8ToString();
        };
    }

    static BytesRef text(String text) {
        String kept = text.length() > LONGEST / 3 ? cut(text) : text;
        return new BytesRef(kept.getBytes(StandardCharsets.UTF_8));
    }

    private static String cut(String text) {
        int end = LONGEST / 3;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    /** As {@code SortOrder} has it: one that is not declared comes before all others. */
    static BytesRef choice(FieldSpec field, String id) {
        int place = field.choices().stream().map(FieldSpec.Choice::id).toList().indexOf(id);
        byte[] bytes = place < 0 ? new byte[0] : new byte[] {(byte) (place >> 8), (byte) place};
        return new BytesRef(bytes);
    }

    private static long monthNumber(YearMonth month) {
        return (long) month.getYear() * MONTHS + month.getMonthValue() - 1;
    }

    private static BytesRef number(long number) {
        return new BytesRef(ByteBuffer.allocate(8).putLong(number ^ Long.MIN_VALUE).array());
    }

    private static long number(ByteBuffer bytes) {
        return bytes.getLong() ^ Long.MIN_VALUE;
    }

    private static BytesRef time(Instant time) {
        return new BytesRef(
                ByteBuffer.allocate(12)
                        .putLong(time.getEpochSecond() ^ Long.MIN_VALUE)
                        .putInt(time.getNano())
                        .array());
    }
}
