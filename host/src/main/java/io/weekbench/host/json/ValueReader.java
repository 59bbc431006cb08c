package io.weekbench.host.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.api.Attachment;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Money;
import io.weekbench.api.Text;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.FieldType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON values as the type a field has. Only the form is looked at here; whether the field
 * takes the value (a choice that exists, a length, a range) is the schema check's question.
 */
public final class ValueReader {
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

    /** 1E1000000000 is ten characters on the wire and a gigabyte written out. */
    private static final int MOST_DIGITS = 100;

    private ValueReader() {}

    /** The value, or null with a problem added; the node is not JSON null. */
    public static @Nullable Object read(
            FieldSpec field, JsonNode node, String at, Problems problems) {
        if (node.isArray() && takesList(field.type())) {
            return list(field.type(), node, at, problems);
        }
        if (node.isObject() && takesObject(field.type())) {
            return object(field.type(), node, at, problems);
        }
        Object value = scalar(field.type(), node).orElse(null);
        if (value == null) {
            problems.add(
                    Faults.wrongValue(
                            at, Forms.expected(field.type()), Forms.examples(field), node));
        }
        return value;
    }

    private static boolean takesList(FieldType type) {
        return type == FieldType.CHOICES || type == FieldType.REFERENCES;
    }

    private static boolean takesObject(FieldType type) {
        return type == FieldType.MONEY || type == FieldType.FILE;
    }

    private static Optional<?> scalar(FieldType type, JsonNode node) {
        return switch (type) {
            case TEXT, MARKDOWN, URL, EMAIL, PERSON, CHOICE -> text(node);
            case INTEGER -> integer(node);
            case DECIMAL, PERCENT -> decimal(node);
            case BOOLEAN ->
                    Optional.of(node).filter(JsonNode::isBoolean).map(JsonNode::booleanValue);
            case DATE -> text(node).flatMap(ValueReader::date);
            case MONTH -> text(node).flatMap(text -> parsed(MONTH, text, YearMonth::parse));
            case DATETIME -> text(node).flatMap(ValueReader::instant);
            case REFERENCE -> text(node).flatMap(ValueReader::reference);
            case MONEY, FILE, CHOICES, REFERENCES -> Optional.empty();
        };
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.ofNullable(node.textValue());
    }

    private static Optional<Long> integer(JsonNode node) {
        return Optional.of(node)
                .filter(n -> n.isIntegralNumber() && n.canConvertToLong())
                .map(JsonNode::longValue);
    }

    static Optional<BigDecimal> decimal(JsonNode node) {
        BigDecimal number = null;
        if (node.isNumber()) {
            number = node.decimalValue();
        } else if (node.isTextual() && DECIMAL.matcher(node.textValue()).matches()) {
            String text = node.textValue();
            number = text.length() > 2 * MOST_DIGITS + 2 ? null : new BigDecimal(text);
        }
        return Optional.ofNullable(number).filter(ValueReader::isOfSensibleSize);
    }

    private static boolean isOfSensibleSize(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MOST_DIGITS
                && (long) number.precision() - number.scale() <= MOST_DIGITS;
    }

    static Optional<LocalDate> date(String text) {
        return parsed(DATE, text, LocalDate::parse);
    }

    private static <T> Optional<T> parsed(Pattern form, String text, Function<String, T> parse) {
        try {
            return Optional.of(text).filter(t -> form.matcher(t).matches()).map(parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** With any offset, to the millisecond: what is finer would be lost without a word. */
    private static Optional<Instant> instant(String text) {
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            return Optional.of(time)
                    .filter(t -> t.equals(t.truncatedTo(ChronoUnit.MILLIS)))
                    .filter(t -> Character.isDigit(text.charAt(0)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<ItemRef> reference(String text) {
        try {
            return Optional.of(ItemRef.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static @Nullable List<Object> list(
            FieldType type, JsonNode node, String at, Problems problems) {
        FieldType element = type == FieldType.CHOICES ? FieldType.CHOICE : FieldType.REFERENCE;
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            Object value = scalar(element, node.get(i)).orElse(null);
            if (value == null) {
                Text expected = Forms.expected(element);
                List<String> examples = Forms.examples(element);
                problems.add(
                        Faults.wrongValue(at + "[" + i + "]", expected, examples, node.get(i)));
                return null;
            }
            values.add(value);
        }
        return values;
    }

    private static @Nullable Object object(
            FieldType type, JsonNode node, String at, Problems problems) {
        Members members = Objects.requireNonNull(Members.of(node, at, problems));
        return type == FieldType.MONEY
                ? money(members, at, problems)
                : attachment(members, at, problems);
    }

    private static @Nullable Money money(Members members, String at, Problems problems) {
        members.allowOnly("amount", "currency");
        JsonNode written = members.get("amount");
        BigDecimal amount = written == null ? null : decimal(written).orElse(null);
        if (amount == null) {
            problems.add(
                    Faults.wrongValue(
                            members.path("amount"),
                            Forms.expected(FieldType.DECIMAL),
                            Forms.examples(FieldType.DECIMAL),
                            written));
        }
        String currency = members.required("currency");
        if (amount == null || currency == null) {
            return null;
        }
        return checked(at, problems, () -> new Money(amount, currency));
    }

    private static @Nullable Attachment attachment(Members members, String at, Problems problems) {
        members.allowOnly("name", "mediaType", "size", "sha256");
        String name = members.required("name");
        String mediaType = members.required("mediaType");
        Long size = members.integer("size");
        String sha256 = members.required("sha256");
        if (size == null) {
            problems.add(Faults.missing(members.path("size"), "size"));
        }
        if (name == null || mediaType == null || size == null || sha256 == null) {
            return null;
        }
        return checked(at, problems, () -> new Attachment(name, mediaType, size, sha256));
    }

    /** The records check themselves; what they refuse is a person's mistake here. */
    static <T> @Nullable T checked(String at, Problems problems, Supplier<T> make) {
        try {
            return make.get();
        } catch (IllegalArgumentException e) {
            String said = Faults.quote(String.valueOf(e.getMessage()));
            problems.add(
                    "wrong-type",
                    at,
                    new Text(said + ".", "格式不符：" + said + "。"),
                    new Text("Write it in the form named.", "请按所述格式填写。"));
            return null;
        }
    }
}
