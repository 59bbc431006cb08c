package io.weekbench.host.json;

import io.weekbench.api.Text;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.FieldType;
import java.util.List;

/** What the value of each field type looks like in JSON, in words and by example. */
final class Forms {
    private Forms() {}

    static Text expected(FieldType type) {
        return switch (type) {
            case TEXT, MARKDOWN, PERSON -> new Text("a text", "文本");
            case URL -> new Text("an address as text", "网址文本");
            case EMAIL -> new Text("a mail address as text", "邮箱文本");
            case INTEGER -> new Text("a whole number of at most 18 digits", "不超过 18 位的整数");
            case DECIMAL ->
                    new Text(
                            "a number of at most 100 digits on each side of the point",
                            "小数点两侧各不超过 100 位的数字");
            case MONEY -> new Text("an amount with its currency", "带币种的金额");
            case PERCENT -> new Text("a percentage as a fraction", "以小数表示的百分比");
            case BOOLEAN -> new Text("true or false", "true 或 false");
            case DATE -> new Text("a date YYYY-MM-DD", "日期 YYYY-MM-DD");
            case MONTH -> new Text("a month YYYY-MM", "月份 YYYY-MM");
            case DATETIME -> new Text("a time with its offset, to the millisecond", "带时区的时间，精确到毫秒");
            case CHOICE -> new Text("the id of a choice", "选项的 id");
            case CHOICES -> new Text("a list of ids of choices", "选项 id 的列表");
            case REFERENCE -> new Text("a reference table/id", "引用 表/id");
            case REFERENCES -> new Text("a list of references table/id", "引用 表/id 的列表");
            case FILE -> new Text("a file that was uploaded before", "已上传的文件");
        };
    }

    /** With the field's own choices, currency and target where it has them. */
    static List<String> examples(FieldSpec field) {
        String currency = field.currency() == null ? "CNY" : field.currency();
        return switch (field.type()) {
            case CHOICE ->
                    field.choices().isEmpty()
                            ? examples(field.type())
                            : field.choices().stream()
                                    .limit(6)
                                    .map(choice -> '"' + choice.id() + '"')
                                    .toList();
            case MONEY -> List.of("{\"amount\": \"12.30\", \"currency\": \"" + currency + "\"}");
            case REFERENCE ->
                    field.to() == null ? examples(field.type()) : List.of(reference(field));
            case REFERENCES ->
                    field.to() == null
                            ? examples(field.type())
                            : List.of("[" + reference(field) + "]");
            default -> examples(field.type());
        };
    }

    private static String reference(FieldSpec field) {
        return '"' + field.to() + "/ID\"";
    }

    static List<String> examples(FieldType type) {
        return switch (type) {
            case TEXT, MARKDOWN -> List.of("\"PostgreSQL 19\"");
            case PERSON -> List.of("\"李雷\"");
            case URL -> List.of("\"https://www.postgresql.org/\"");
            case EMAIL -> List.of("\"lilei@example.com\"");
            case INTEGER -> List.of("42", "-7");
            case DECIMAL -> List.of("\"12345.60\"", "12345.60");
            case MONEY -> List.of("{\"amount\": \"12.30\", \"currency\": \"CNY\"}");
            case PERCENT -> List.of("\"0.125\" (12.5 %)");
            case BOOLEAN -> List.of("true", "false");
            case DATE -> List.of("\"2026-08-17\"");
            case MONTH -> List.of("\"2026-08\"");
            case DATETIME ->
                    List.of("\"2026-08-17T09:42:00Z\"", "\"2026-08-17T17:42:00.000+08:00\"");
            case CHOICE -> List.of("\"planned\"");
            case CHOICES -> List.of("[\"planned\"]");
            case REFERENCE -> List.of("\"partner-roadmap.partner/pgdg\"");
            case REFERENCES -> List.of("[\"partner-roadmap.partner/pgdg\"]");
            case FILE ->
                    List.of(
                            "{\"name\": \"plan.pdf\", \"mediaType\": \"application/pdf\", \"size\":"
                                    + " 1024, \"sha256\": \"…\"}");
        };
    }
}
