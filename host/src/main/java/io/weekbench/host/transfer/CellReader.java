package io.weekbench.host.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Money;
import io.weekbench.host.json.Json;
import io.weekbench.host.json.Problems;
import io.weekbench.host.json.ValueReader;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.FieldType;
import io.weekbench.host.tracker.TableSpec;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the text of a cell as the type its column has. */
final class CellReader {
    private static final Set<String> YES =
            Set.of("true", "yes", "y", "1", "是", "对", "有", "✓", "✔", "√", "☑");
    private static final Set<String> NO =
            Set.of("false", "no", "n", "0", "否", "不是", "错", "无", "没有", "✗", "✘", "×", "☐");

    /** What is counted, behind the number. */
    private static final Pattern COUNTER =
            Pattern.compile("(?<=[\\d０-９百千万亿）)])\\s*[个台人家户次件条套份名位天项例]\\s*$");

    private static final Set<String> NOTHING = Set.of("", "-", "--", "—", "–", "——");

    private final Catalog catalog;
    private final Names names;
    private final KeyedItems keyed;
    private final ZoneId zone;

    /**
     * @param zone of times written without one
     */
    CellReader(Catalog catalog, Names names, KeyedItems keyed, ZoneId zone) {
        this.catalog = catalog;
        this.names = names;
        this.keyed = keyed;
        this.zone = zone;
    }

    /** Whether the cell says that the field is not set. A text of spaces is a text of spaces. */
    static boolean isEmpty(FieldSpec field, Object cell) {
        if (cell instanceof String written) {
            return field.type().isFreeText()
                    ? written.isEmpty() || written.equals("-")
                    : isNothing(field.type(), Width.narrow(written));
        }
        return cell instanceof Literal literal
                ? literal.text().isEmpty()
                : cell instanceof List<?> list && list.isEmpty();
    }

    /** Accounts show no money as ￥ -. */
    private static boolean isNothing(FieldType type, String word) {
        return NOTHING.contains(word)
                || (type == FieldType.MONEY
                        && word.startsWith("¥")
                        && word.substring(1).strip().equals("-"));
    }

    /** The value of a cell that is not empty; empty where it cannot be read. */
    Optional<?> read(FieldSpec field, Object given) {
        Object cell = SheetCell.in(field, given, zone);
        if (cell instanceof String written) {
            return typed(field, FormulaGuard.unprotect(written));
        } else if (cell instanceof Literal literal) {
            return field.type().isFreeText() ? Optional.of(literal.text()) : Optional.empty();
        } else if (cell instanceof List<?> list) {
            return list(field, list);
        }
        return Optional.of(cell).filter(field.type().valueClass()::isInstance);
    }

    private Optional<?> typed(FieldSpec field, String cell) {
        return switch (field.type()) {
            case TEXT, MARKDOWN, URL, EMAIL, PERSON -> Optional.of(cell);
            case INTEGER -> integer(cell);
            case DECIMAL -> plainNumber(cell);
            case PERCENT -> percent(cell);
            case MONEY -> money(field, cell);
            case BOOLEAN -> bool(cell);
            case DATE -> DateCell.day(cell);
            case MONTH -> DateCell.month(cell);
            case DATETIME -> TimeCell.read(cell, zone);
            case CHOICE -> choice(field, cell);
            case CHOICES -> list(cell, "[;；、,，\n]", one -> choice(field, one));
            case REFERENCE -> reference(field, cell);
            case REFERENCES -> list(cell, "[;；\n]", one -> reference(field, one));
            case FILE -> file(field, cell);
        };
    }

    /** A natural key, or the elements of a list; empty where one of them cannot be read. */
    private Optional<?> list(FieldSpec field, List<?> list) {
        return switch (field.type()) {
            case REFERENCE -> byKey(field, list);
            case REFERENCES -> each(list, one -> oneReference(field, one));
            case CHOICES -> each(list, one -> choice(field, String.valueOf(one)));
            default -> Optional.empty();
        };
    }

    private static <T> Optional<List<T>> each(List<?> list, Function<Object, Optional<T>> read) {
        List<T> values = new ArrayList<>();
        for (Object one : list) {
            Optional<T> value = one == null ? Optional.empty() : read.apply(one);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return Optional.of(values);
    }

    private Optional<ItemRef> oneReference(FieldSpec field, Object one) {
        if (one instanceof List<?> key) {
            return byKey(field, key);
        }
        return one instanceof ItemRef ref
                ? Optional.of(ref)
                : reference(field, String.valueOf(one));
    }

    /** The item with this key, be it there already or a row of this import. */
    private Optional<ItemRef> byKey(FieldSpec field, List<?> key) {
        return catalog.table(String.valueOf(field.to()))
                .filter(table -> table.key().size() == key.size())
                .flatMap(
                        table ->
                                keyValues(table, key)
                                        .flatMap(parts -> keyed.find(table.id(), parts)));
    }

    private Optional<List<Object>> keyValues(TableSpec table, List<?> key) {
        List<Object> parts = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            FieldSpec field = table.field(table.key().get(i)).orElseThrow();
            Object part = Literal.of(field, key.get(i));
            if (part == null || isEmpty(field, part)) {
                return Optional.empty();
            }
            Optional<?> value = read(field, part);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            parts.add(value.get());
        }
        return Optional.of(parts);
    }

    private static Optional<Long> integer(String cell) {
        try {
            return plainNumber(COUNTER.matcher(cell).replaceFirst(""))
                    .map(BigDecimal::longValueExact);
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> plainNumber(String cell) {
        return NumberCell.parse(cell)
                .filter(number -> number.currency().isEmpty() && number.percent() == 0)
                .map(NumberCell::number);
    }

    /** "12.5%", or a fraction; "12.5" alone could be either and is refused. */
    private static Optional<BigDecimal> percent(String cell) {
        return NumberCell.parse(cell)
                .filter(number -> number.currency().isEmpty())
                .filter(number -> number.percent() > 0 || isFraction(number.number()))
                .map(number -> number.number().movePointLeft(number.percent()));
    }

    private static boolean isFraction(BigDecimal number) {
        return number.abs().compareTo(BigDecimal.ONE) <= 0;
    }

    private static Optional<Money> money(FieldSpec field, String cell) {
        return NumberCell.parse(cell)
                .filter(number -> number.percent() == 0)
                .flatMap(
                        number ->
                                currency(field, number)
                                        .map(code -> new Money(number.number(), code)));
    }

    private static Optional<String> currency(FieldSpec field, NumberCell number) {
        return number.currency().isEmpty()
                ? Optional.ofNullable(field.currency())
                : Optional.of(number.currency());
    }

    private static Optional<Boolean> bool(String cell) {
        String word = Width.narrow(cell).toLowerCase(Locale.ROOT);
        return YES.contains(word)
                ? Optional.of(true)
                : NO.contains(word) ? Optional.of(false) : Optional.empty();
    }

    /** By id, or by a label in either language; an id wins over a label. */
    private static Optional<String> choice(FieldSpec field, String cell) {
        String word = cell.strip();
        if (field.choice(word).isPresent()) {
            return Optional.of(word);
        }
        List<String> labelled =
                field.choices().stream()
                        .filter(choice -> isLabel(choice, word))
                        .map(FieldSpec.Choice::id)
                        .toList();
        return labelled.size() == 1 ? Optional.of(labelled.get(0)) : Optional.empty();
    }

    private static boolean isLabel(FieldSpec.Choice choice, String word) {
        return choice.label().zh().equals(word) || choice.label().en().equalsIgnoreCase(word);
    }

    private Optional<ItemRef> reference(FieldSpec field, String cell) {
        String text = cell.strip();
        List<ItemRef> found = names.find(String.valueOf(field.to()), text);
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The whole cell as one, or else its parts. */
    private static <T> Optional<List<T>> list(
            String cell, String separators, Function<String, Optional<T>> read) {
        Optional<T> whole = read.apply(cell);
        if (whole.isPresent()) {
            return Optional.of(List.of(whole.get()));
        }
        List<T> values = new ArrayList<>();
        for (String part : cell.split(separators, -1)) {
            Optional<T> value = part.isBlank() ? Optional.empty() : read.apply(part);
            if (value.isEmpty() && !part.isBlank()) {
                return Optional.empty();
            }
            value.ifPresent(values::add);
        }
        return Optional.of(values);
    }

    /** As an export writes it: the JSON of the file kept. */
    private static Optional<Object> file(FieldSpec field, String cell) {
        Problems problems = new Problems();
        JsonNode node = Json.read(cell, problems);
        return node == null
                ? Optional.empty()
                : Optional.ofNullable(ValueReader.read(field, node, "", problems));
    }
}
