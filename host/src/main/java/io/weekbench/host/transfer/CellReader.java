package io.weekbench.host.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Money;
import io.weekbench.host.json.Json;
import io.weekbench.host.json.Problems;
import io.weekbench.host.json.ValueReader;
import io.weekbench.host.tracker.FieldSpec;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the text of a cell as the type its column has. */
final class CellReader {
    private static final Set<String> YES =
            Set.of("true", "yes", "y", "1", "是", "对", "有", "✓", "✔", "√", "☑");
    private static final Set<String> NO =
            Set.of("false", "no", "n", "0", "否", "不是", "错", "无", "✗", "✘", "×", "☐");
    private static final Set<String> NOTHING = Set.of("", "-", "--", "—", "–", "——");

    private final Names names;
    private final ZoneId zone;

    /**
     * @param zone of times written without one
     */
    CellReader(Names names, ZoneId zone) {
        this.names = names;
        this.zone = zone;
    }

    /** Whether the cell says that the field is not set. A text of spaces is a text of spaces. */
    static boolean isEmpty(FieldSpec field, String cell) {
        return switch (field.type()) {
            case TEXT, MARKDOWN, URL, EMAIL, PERSON -> cell.isEmpty() || cell.equals("-");
            default -> NOTHING.contains(Width.narrow(cell));
        };
    }

    /** The value of a cell that is not empty; empty where it cannot be read. */
    Optional<?> read(FieldSpec field, String written) {
        String cell = FormulaGuard.unprotect(written);
        return switch (field.type()) {
            case TEXT, MARKDOWN, URL, EMAIL, PERSON -> Optional.of(cell);
            case INTEGER -> integer(cell);
            case DECIMAL -> plainNumber(cell);
            case PERCENT -> percent(cell);
            case MONEY -> money(field, cell);
            case BOOLEAN -> bool(cell);
            case DATE -> DateCell.day(cell);
            case MONTH -> DateCell.month(cell);
            case DATETIME -> DateCell.time(cell, zone);
            case CHOICE -> choice(field, cell);
            case CHOICES -> list(cell, "[;；、,，\n]", one -> choice(field, one));
            case REFERENCE -> reference(field, cell);
            case REFERENCES -> list(cell, "[;；\n]", one -> reference(field, one));
            case FILE -> file(field, cell);
        };
    }

    private static Optional<Long> integer(String cell) {
        try {
            return plainNumber(cell).map(BigDecimal::longValueExact);
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> plainNumber(String cell) {
        return NumberCell.parse(cell)
                .filter(number -> number.currency().isEmpty() && !number.percent())
                .map(NumberCell::number);
    }

    /** "12.5%", or a fraction; "12.5" alone could be either and is refused. */
    private static Optional<BigDecimal> percent(String cell) {
        return NumberCell.parse(cell)
                .filter(number -> number.currency().isEmpty())
                .filter(number -> number.percent() || isFraction(number.number()))
                .map(
                        number ->
                                number.percent()
                                        ? number.number().movePointLeft(2)
                                        : number.number());
    }

    private static boolean isFraction(BigDecimal number) {
        return number.abs().compareTo(BigDecimal.ONE) <= 0;
    }

    private static Optional<Money> money(FieldSpec field, String cell) {
        return NumberCell.parse(cell)
                .filter(number -> !number.percent())
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
