package io.weekbench.host.workbench;

import static io.weekbench.host.workbench.Refusals.problem;
import static io.weekbench.host.workbench.Refusals.shown;

import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import io.weekbench.host.tracker.FieldSpec;
import java.math.BigDecimal;
import java.util.List;

/** What is refused about a value by itself, whatever else there is. */
final class ValueRefusals {

    private ValueRefusals() {}

    static Problem wrongType(String at, FieldSpec field, Object value) {
        String type = field.type().word();
        return problem(
                "wrong-type",
                at,
                field.label().en() + " holds a " + type + ", not " + shown(value) + ".",
                "「" + field.label().zh() + "」的类型是 " + type + "，不能是 " + shown(value) + "。",
                "Give a " + type + ".",
                "请给出类型为 " + type + " 的值。");
    }

    static Problem badText(String at, FieldSpec field) {
        return problem(
                "bad-text",
                at,
                field.label().en() + " holds half a character (a lone surrogate).",
                "「" + field.label().zh() + "」含有半个字符（孤立的代理码元）。",
                "Copy the text again from its source; this one was cut inside a character.",
                "请从原处重新复制；这段文字在字符中间被截断。");
    }

    static Problem unknownChoice(String at, FieldSpec field, String value) {
        List<String> ids = field.choices().stream().map(FieldSpec.Choice::id).toList();
        return problem(
                "unknown-choice",
                at,
                field.label().en() + " cannot be " + shown(value) + ".",
                "「" + field.label().zh() + "」不能是 " + shown(value) + "。",
                "Choose one of: " + String.join(", ", ids) + ".",
                "可选：" + String.join("、", ids) + "。");
    }

    static Problem tooLong(String at, FieldSpec field, int length, int limit) {
        return problem(
                "too-long",
                at,
                field.label().en() + " has " + length + " characters; " + limit + " fit.",
                "「" + field.label().zh() + "」有 " + length + " 个字符，最多 " + limit + " 个。",
                "Shorten it, or keep the long form as a file.",
                "请缩短，或将长文本作为文件保存。");
    }

    /** A percentage is stored as a fraction, and who writes 50 mostly means a half. */
    static Problem percentOutOfRange(
            String at, FieldSpec field, BigDecimal value, String sign, BigDecimal bound) {
        return problem(
                "out-of-range",
                at,
                field.label().en()
                        + " cannot be "
                        + percent(value)
                        + "; it is "
                        + sign
                        + " "
                        + percent(bound)
                        + ".",
                "「"
                        + field.label().zh()
                        + "」不能是 "
                        + percent(value)
                        + "；范围："
                        + sign
                        + " "
                        + percent(bound)
                        + "。",
                "Write 50 % with its sign, 50%, or as a fraction, 0.5.",
                "百分之五十请写成带百分号的 50%，或小数 0.5。");
    }

    private static String percent(BigDecimal fraction) {
        return fraction.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }

    static Problem outOfRange(String at, FieldSpec field, Object value, String range) {
        return outOfRange(at, field, value, new Text(range, range));
    }

    static Problem outOfRange(String at, FieldSpec field, Object value, Text range) {
        return problem(
                "out-of-range",
                at,
                field.label().en() + " cannot be " + shown(value) + "; it is " + range.en() + ".",
                "「" + field.label().zh() + "」不能是 " + shown(value) + "；范围：" + range.zh() + "。",
                "Give a value in that range.",
                "请给出范围内的值。");
    }

    static Problem wrongCurrency(String at, FieldSpec field, String currency) {
        return problem(
                "wrong-currency",
                at,
                field.label().en() + " is kept in " + field.currency() + ", not " + currency + ".",
                "「" + field.label().zh() + "」以 " + field.currency() + " 计，不是 " + currency + "。",
                "Convert the amount first; amounts are never converted silently.",
                "请先换算；金额不会被自动换算。");
    }
}
