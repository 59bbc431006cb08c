package io.weekbench.host.tracker;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.api.Text;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code min} or {@code max} of a field, as JSON and as a value of the field's type. */
final class Bound {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,100}(\\.\\d{1,100})?");
    private static final int MOST = 100;
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d\\d");

    private Bound() {}

    /** Null where it is no such value. */
    static @Nullable Object read(JsonNode node, FieldType type) {
        return switch (type) {
            case INTEGER -> integer(node);
            case DECIMAL, MONEY, PERCENT -> decimal(node);
            case DATE, MONTH, DATETIME -> node.isTextual() ? time(node.textValue(), type) : null;
            default -> throw new IllegalStateException("A " + type + " has no bounds");
        };
    }

    private static @Nullable Long integer(JsonNode node) {
        if (!node.isNumber()) {
            return null;
        }
        try {
            return node.decimalValue().longValueExact();
        } catch (ArithmeticException e) {
            return null;
        }
    }

    private static @Nullable BigDecimal decimal(JsonNode node) {
        if (node.isNumber()) {
            BigDecimal number = node.decimalValue();
            boolean sensible =
                    Math.abs((long) number.scale()) <= MOST && number.precision() <= MOST;
            return sensible ? number : null;
        }
        return node.isTextual() && NUMBER.matcher(node.textValue()).matches()
                ? new BigDecimal(node.textValue())
                : null;
    }

    private static @Nullable Object time(String text, FieldType type) {
        try {
            return switch (type) {
                case DATE -> DATE.matcher(text).matches() ? LocalDate.parse(text) : null;
                case MONTH -> MONTH.matcher(text).matches() ? YearMonth.parse(text) : null;
                default -> Instant.parse(text);
            };
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** What {@link #read} takes, in words. */
    static Text form(FieldType type) {
        return switch (type) {
            case INTEGER -> new Text("Write a whole number: 12.", "写一个整数，例如 12。");
            case DATE -> new Text("Write a date: \"2026-08-17\".", "写一个日期，例如 \"2026-08-17\"。");
            case MONTH -> new Text("Write a month: \"2026-08\".", "写一个月份，例如 \"2026-08\"。");
            case DATETIME ->
                    new Text(
                            "Write a time in UTC: \"2026-08-17T09:42:00Z\".",
                            "写一个 UTC 时间，例如 \"2026-08-17T09:42:00Z\"。");
            default -> new Text("Write a number: 12.5 or \"12.50\".", "写一个数，例如 12.5 或 \"12.50\"。");
        };
    }

    /** As {@link #read} takes it. */
    static String write(Object bound) {
        return bound instanceof BigDecimal decimal ? decimal.toPlainString() : bound.toString();
    }
}
