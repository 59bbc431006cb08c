package io.weekbench.host.expression;

import io.weekbench.api.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What to write instead, for the types people do mix. */
final class Advice {
    private static final Set<String> DATETIME = Set.of("datetime");

    private Advice() {}

    /**
     * @param types as CEL writes them, where a decimal is a {@code double}
     */
    static Optional<Text> on(String operation, List<String> types) {
        Set<String> all = Set.copyOf(types);
        if (all.contains("money") && (all.contains("int") || all.contains("double"))) {
            return text(
                    "Say which money: money(1000, \"CNY\"); or use amount(…).",
                    "写明币种：money(1000, \"CNY\")；或用 amount(…) 取数值。");
        }
        for (String time : List.of("date", "month", "datetime")) {
            if (all.contains(time) && all.contains("string")) {
                return text("Write " + example(time) + ".", "请写 " + example(time) + "。");
            }
        }
        if (operation.equals("_-_") && (all.equals(Set.of("date")) || all.equals(DATETIME))) {
            return text("Use days(from, to).", "请用 days(起, 止)。");
        }
        if (all.equals(Set.of("date", "datetime")) || all.equals(Set.of("date", "month"))) {
            return text(
                    "Turn one into the other: date(now()), month(today()).",
                    "先转换成同一类型：date(now())、month(today())。");
        }
        if (all.contains("string") && (all.contains("int") || all.contains("double"))) {
            return text(
                    "Write a number without quotes, or turn it into a text: string(12).",
                    "数字不要加引号；或转换成文本：string(12)。");
        }
        return onForm(operation);
    }

    private static Optional<Text> onForm(String operation) {
        return switch (operation) {
            case "_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_" ->
                    text(
                            "Compare values of one type; an integer and a decimal may mix.",
                            "只能比较同类型的值；整数和小数可以混用。");
            case Language.IN ->
                    text(
                            "Write a list of values of the same type: in [1, 2].",
                            "列表里的值须与左边同类型，例如 in [1, 2]。");
            case Language.CHOOSE ->
                    text(
                            "Write condition ? value : value, with both values of one type.",
                            "写成 条件 ? 值 : 值，两个值须同类型。");
            case Language.AND, Language.OR ->
                    text(
                            "Join conditions: a > 0 && has_value(b).",
                            "两边都须是条件，例如 a > 0 && has_value(b)。");
            case Language.HAS_VALUE -> text("Write has_value(field).", "写成 has_value(字段)。");
            case Language.MATCHES ->
                    text("Write text.matches(\"pattern\").", "写成 文本.matches(\"正则\")。");
            default -> Optional.empty();
        };
    }

    private static String example(String time) {
        return switch (time) {
            case "date" -> "date(\"2026-08-17\")";
            case "month" -> "month(\"2026-08\")";
            default -> "datetime(\"2026-08-17T09:42:00Z\")";
        };
    }

    private static Optional<Text> text(String en, String zh) {
        return Optional.of(new Text(en, zh));
    }
}
