package io.weekbench.host.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import io.weekbench.api.Text;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes nodes of a checked expression. What uses no field and no clock is worked out here once:
 * {@code date("2026-08-17")} costs nothing later, and {@code date("tomorrow")} is a mistake that is
 * found now.
 */
final class Planner {
    private static final Pattern NUMBER =
            Pattern.compile("\\d*\\.?\\d+([eE][+-]?\\d+)?|\\d+\\.(?=$)");

    /** Pure operations never ask it. */
    private static final Clock NO_CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private final String source;
    private final CelAbstractSyntaxTree tree;
    private final Map<String, Kind> fields;
    private final Notes notes;

    Planner(String source, CelAbstractSyntaxTree tree, Map<String, Kind> fields, Notes notes) {
        this.source = source;
        this.tree = tree;
        this.fields = fields;
        this.notes = notes;
    }

    Node plan() {
        return plan(tree.getExpr());
    }

    private Node plan(CelExpr part) {
        return switch (part.getKind()) {
            case CONSTANT -> constant(part.constant(), part.id());
            case IDENT -> field(part.ident().name());
            case LIST -> list(part);
            case CALL -> call(part);
            default -> throw new IllegalStateException("Not in the language: " + part);
        };
    }

    private Node constant(CelConstant constant, long id) {
        return new Node.Constant(
                switch (constant.getKind()) {
                    case STRING_VALUE -> constant.stringValue();
                    case INT64_VALUE -> constant.int64Value();
                    case BOOLEAN_VALUE -> constant.booleanValue();
                    case DOUBLE_VALUE -> decimal(constant.doubleValue(), id);
                    default -> throw new IllegalStateException("Not in the language: " + constant);
                });
    }

    /**
     * The decimal as it was written. The parser made a double of it, which has lost 0.1 and every
     * digit after the seventeenth; the sign is all that is taken from there.
     */
    private BigDecimal decimal(double approximate, long id) {
        int start = source.offsetByCodePoints(0, offset(id));
        Matcher matcher = NUMBER.matcher(source).region(start, source.length());
        String text = matcher.lookingAt() ? matcher.group() : String.valueOf(approximate);
        BigDecimal number = Decimals.parse(text);
        if (number == null) {
            notes.add(
                    "too-large",
                    offset(id),
                    new Text("A number has too many digits.", "数的位数过多。"),
                    new Text(
                            "Use at most " + Decimals.MOST + " digits before and after the point.",
                            "小数点前后最多各 " + Decimals.MOST + " 位。"));
            return BigDecimal.ZERO;
        }
        boolean negative = Double.doubleToRawLongBits(approximate) < 0;
        return negative && number.signum() > 0 ? number.negate() : number;
    }

    private Node field(String written) {
        String name = written.startsWith(".") ? written.substring(1) : written;
        Kind kind = fields.get(name);
        if (kind == null) {
            throw new IllegalStateException("No field " + name + " in " + fields);
        }
        return new Node.Field(name, kind);
    }

    private Node list(CelExpr part) {
        List<CelExpr> elements = part.list().elements();
        if (Kind.name(tree.getTypeOrThrow(part.id())).equals("list(dyn)")) {
            notes.add(
                    "wrong-type",
                    offset(part.id()),
                    new Text("The values of this list differ in type.", "列表里的值类型不一致。"),
                    new Text("Write them alike: [1.0, 2.5].", "写成同一类型，例如 [1.0, 2.5]。"));
        }
        List<Node> nodes = elements.stream().map(this::plan).toList();
        boolean constant = nodes.stream().allMatch(Node.Constant.class::isInstance);
        Node list = new Node.ListOf(nodes);
        Object value = constant ? list.value(new Node.Row(field -> null, NO_CLOCK)) : null;
        return value == null ? list : new Node.Constant(value);
    }

    private Node call(CelExpr part) {
        List<Node> arguments = new ArrayList<>();
        part.call().target().ifPresent(target -> arguments.add(plan(target)));
        List<CelExpr> rest = part.call().args();
        rest.forEach(argument -> arguments.add(plan(argument)));
        return switch (part.call().function()) {
            case Language.AND -> new Node.And(arguments.get(0), arguments.get(1));
            case Language.OR -> new Node.Or(arguments.get(0), arguments.get(1));
            case Language.CHOOSE ->
                    new Node.Choose(arguments.get(0), arguments.get(1), arguments.get(2));
            case Language.HAS_VALUE -> new Node.HasValue(arguments.get(0));
            case Language.IN -> new Node.In(arguments.get(0), arguments.get(1));
            case Language.MATCHES -> {
                Node found =
                        Matching.of(arguments.get(0), arguments.get(1), offset(part.id()), notes);
                yield found == null ? arguments.get(0) : found;
            }
            default -> operation(part, arguments);
        };
    }

    private Node operation(CelExpr part, List<Node> arguments) {
        List<String> ids = tree.getReferenceOrThrow(part.id()).overloadIds();
        if (ids.size() != 1) {
            throw new IllegalStateException("Undecided between " + ids + " in " + source);
        }
        Operation operation = Language.operation(ids.get(0));
        Node call = new Node.Call(operation, List.copyOf(arguments));
        if (!operation.pure() || !arguments.stream().allMatch(Node.Constant.class::isInstance)) {
            return call;
        }
        Object value = call.value(new Node.Row(field -> null, NO_CLOCK));
        if (value == null) {
            noteNoValue(part);
            return call;
        }
        return new Node.Constant(value);
    }

    private void noteNoValue(CelExpr part) {
        String name = Issues.symbol(part.call().function());
        notes.add(
                "no-value",
                offset(part.id()),
                new Text("“" + name + "” never has a value here.", "这里的“" + name + "”永远没有值。"),
                switch (name) {
                    case "date" ->
                            new Text(
                                    "Write a day of the calendar: date(\"2026-08-17\").",
                                    "写一个存在的日期，例如 date(\"2026-08-17\")。");
                    case "month" -> new Text("Write month(\"2026-08\").", "例如 month(\"2026-08\")。");
                    case "datetime" ->
                            new Text(
                                    "Write a time in UTC: datetime(\"2026-08-17T09:42:00Z\").",
                                    "写一个 UTC 时间，例如 datetime(\"2026-08-17T09:42:00Z\")。");
                    default ->
                            new Text(
                                    "Look for a division by zero, two currencies, or a number that"
                                            + " is too large or none.",
                                    "检查是否除以零、币种不同、数过大或不是数。");
                });
    }

    private int offset(long id) {
        Map<Long, Integer> positions = tree.getSource().getPositionsMap();
        return positions.getOrDefault(id, 0);
    }
}
