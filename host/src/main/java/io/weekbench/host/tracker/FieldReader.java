package io.weekbench.host.tracker;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.api.Text;
import io.weekbench.host.tracker.Derivation.Function;
import io.weekbench.host.tracker.FieldSpec.Choice;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one entry of a table's {@code fields}; its type decides which properties it has. */
final class FieldReader {
    /** What a computed field or a rollup may give. */
    static final Set<FieldType> DERIVED =
            EnumSet.of(
                    FieldType.TEXT,
                    FieldType.INTEGER,
                    FieldType.DECIMAL,
                    FieldType.PERCENT,
                    FieldType.MONEY,
                    FieldType.BOOLEAN,
                    FieldType.DATE,
                    FieldType.MONTH,
                    FieldType.DATETIME);

    private static final List<String> DERIVATIONS = List.of("computed", "rollup", "lookup");

    private final Problems problems;

    FieldReader(Problems problems) {
        this.problems = problems;
    }

    FieldSpec read(JsonNode node, String at) {
        JsonProperties in = new JsonProperties(node, at, problems);
        String id = in.name("id", Names.FIELD);
        String word = in.text("type");
        FieldType type = FieldType.ofWord(word).orElse(FieldType.TEXT);
        FieldSpecBuilder field =
                FieldSpec.named(id, type, in.label("label"))
                        .description(in.optionalLabel("description"))
                        .unit(in.optionalLabel("unit"))
                        .was(in.optionalFullList("was", in.names(Names.FIELD)));
        if (!readRest(in, word, type, field)) {
            return field.build();
        }
        in.end();
        return field.build();
    }

    /** False where the type is unknown, and with it what else may stand there. */
    private boolean readRest(
            JsonProperties in, String word, FieldType type, FieldSpecBuilder field) {
        switch (word) {
            case "computed" -> {
                readDerivedType(in, field);
                field.derivation(new Derivation.Computed(in.text("expression")));
            }
            case "rollup" -> readRollup(in, field);
            case "lookup" ->
                    field.derivation(
                            new Derivation.Lookup(
                                    in.name("through", Names.FIELD),
                                    in.name("field", Names.FIELD)));
            default -> {
                if (!type.word().equals(word)) {
                    noteUnknownType(in.at("type"), word);
                    return false;
                }
                readStored(in, type, field);
            }
        }
        return true;
    }

    private void noteUnknownType(String at, String word) {
        List<String> words =
                Stream.concat(
                                Stream.of(FieldType.values()).map(FieldType::word),
                                DERIVATIONS.stream())
                        .toList();
        if (!word.isBlank()) {
            problems.addUnknown(
                    "unknown-type",
                    at,
                    new Text("There is no field type “" + word + "”.", "没有“" + word + "”这种字段类型。"),
                    word,
                    words);
        }
    }

    private void readStored(JsonProperties in, FieldType type, FieldSpecBuilder field) {
        field.required(in.flag("required", false));
        field.requiredWhen(in.optionalText("requiredWhen"));
        switch (type) {
            case TEXT, MARKDOWN, URL, EMAIL, PERSON ->
                    field.maxLength(in.optionalCount("maxLength"));
            case MONEY -> {
                field.currency(in.name("currency", Names.CURRENCY));
                readBounds(in, type, field);
            }
            case INTEGER, DECIMAL, PERCENT, DATE, MONTH, DATETIME -> readBounds(in, type, field);
            case CHOICE, CHOICES -> field.choices(readChoices(in));
            case REFERENCE, REFERENCES -> field.to(in.name("to", Names.TABLE_REFERENCE));
            case BOOLEAN, FILE -> {}
        }
    }

    private void readBounds(JsonProperties in, FieldType type, FieldSpecBuilder field) {
        Object min = readBound(in, "min", type);
        Object max = readBound(in, "max", type);
        FieldSpec bounded = field.min(min).max(max).build();
        if (min != null && bounded.isAboveMax(min)) {
            problems.add(
                    "bad-bounds",
                    in.at("min"),
                    new Text("min is above max: nothing is allowed.", "min 大于 max，没有可用的值。"),
                    new Text("Exchange the two, or mend one.", "交换两者，或修正其中一个。"));
        }
    }

    private @Nullable Object readBound(JsonProperties in, String name, FieldType type) {
        JsonNode node = in.ask(name);
        if (node == null) {
            return null;
        }
        Object bound = Bound.read(node, type);
        if (bound == null) {
            problems.add(
                    "wrong-type",
                    in.at(name),
                    new Text("This is no " + type.word() + ".", "这不是 " + type.word() + " 类型的值。"),
                    Bound.form(type));
        }
        return bound;
    }

    private List<Choice> readChoices(JsonProperties in) {
        Set<String> seen = new HashSet<>();
        return in.fullList(
                "choices",
                (node, at) -> {
                    JsonProperties part = new JsonProperties(node, at, problems);
                    String id = part.name("id", Names.CHOICE);
                    if (!id.isEmpty() && !seen.add(id)) {
                        noteTwice(part.at("id"), id);
                    }
                    Choice choice =
                            new Choice(id, part.label("label"), part.optionalLabel("description"));
                    part.end();
                    return choice;
                });
    }

    private void noteTwice(String at, String id) {
        problems.add(
                "duplicate-id",
                at,
                new Text("There are two choices “" + id + "”.", "有两个选项都叫“" + id + "”。"),
                new Text("Give one of them another id.", "给其中一个换个 id。"));
    }

    private void readRollup(JsonProperties in, FieldSpecBuilder field) {
        readDerivedType(in, field);
        String word = in.text("function");
        Function function =
                Stream.of(Function.values())
                        .filter(f -> word(f).equals(word))
                        .findFirst()
                        .orElse(null);
        if (function == null && !word.isBlank()) {
            problems.addUnknown(
                    "unknown-function",
                    in.at("function"),
                    new Text("There is no rollup “" + word + "”.", "没有“" + word + "”这种汇总方式。"),
                    word,
                    Stream.of(Function.values()).map(FieldReader::word).toList());
        }
        String of = in.optionalName("field", Names.FIELD);
        if (function != null) {
            checkRolledField(in, function, of);
        }
        field.derivation(
                new Derivation.Rollup(
                        in.name("from", Names.FIELD_REFERENCE),
                        function == null ? Function.COUNT : function,
                        of,
                        in.optionalText("where")));
    }

    private void checkRolledField(JsonProperties in, Function function, @Nullable String of) {
        if (function != Function.COUNT && of == null) {
            in.noteMissing("field");
        }
        if (function == Function.COUNT && of != null) {
            problems.add(
                    "unknown-property",
                    in.at("field"),
                    new Text("A count counts rows and looks at no field.", "count 只数行数，不看字段。"),
                    new Text(
                            "Leave “field” out; to count only rows that have one, write \"where\":"
                                    + " \"has_value("
                                    + of
                                    + ")\".",
                            "去掉“field”；只想数有值的行，写 \"where\": \"has_value(" + of + ")\"。"));
        }
    }

    private void readDerivedType(JsonProperties in, FieldSpecBuilder field) {
        String word = in.text("of");
        FieldType type = FieldType.ofWord(word).filter(DERIVED::contains).orElse(null);
        if (type != null) {
            field.type(type);
        } else if (!word.isBlank()) {
            problems.addUnknown(
                    "unknown-type",
                    in.at("of"),
                    new Text(
                            "“" + word + "” is no type that can be worked out.",
                            "“" + word + "”不是可以计算出来的类型。"),
                    word,
                    DERIVED.stream().map(FieldType::word).toList());
        }
        String currency = in.optionalName("currency", Names.CURRENCY);
        field.currency(currency);
        if (currency != null && type != null && type != FieldType.MONEY) {
            problems.add(
                    "unknown-property",
                    in.at("currency"),
                    new Text("Only money has a currency.", "只有 money 类型才有币种。"),
                    new Text(
                            "Leave “currency” out, or write \"of\": \"money\".",
                            "去掉“currency”，或写 \"of\": \"money\"。"));
        }
    }

    static String word(Function function) {
        return function.name().toLowerCase(Locale.ROOT);
    }
}
