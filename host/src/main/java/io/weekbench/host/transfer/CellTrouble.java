package io.weekbench.host.transfer;

import static java.util.stream.Collectors.joining;

import io.weekbench.api.ItemRef;
import io.weekbench.api.Text;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What to say about a cell that cannot be read as its column's type. */
final class CellTrouble {
    private static final int LONGEST_QUOTE = 60;
    private static final int MOST_NAMED = 12;

    private final Names names;

    CellTrouble(Names names) {
        this.names = names;
    }

    RowProblem of(long line, String column, FieldSpec field, Object written) {
        String cell = shown(written);
        return switch (field.type()) {
            case CHOICE, CHOICES -> choice(line, column, field, cell);
            case REFERENCE, REFERENCES -> reference(line, column, field, cell);
            case PERCENT -> percent(line, column, field, cell);
            default ->
                    new RowProblem(
                            "wrong-type",
                            line,
                            column,
                            new Text(
                                    quote(cell) + " is not " + expected(field).en() + ".",
                                    quote(cell) + " 不是" + expected(field).zh() + "。"),
                            new Text(
                                    "Write for example " + examples(field) + ".",
                                    "例如写作 " + examples(field) + "。"));
        };
    }

    /** 50 may be a half or fifty times as much: only who wrote it knows. */
    private static RowProblem percent(long line, String column, FieldSpec field, String cell) {
        Text hint =
                NumberCell.parse(cell)
                        .filter(number -> number.currency().isEmpty())
                        .map(number -> number.number().stripTrailingZeros().toPlainString())
                        .map(CellTrouble::asPercent)
                        .orElseGet(
                                () ->
                                        new Text(
                                                "Write for example " + examples(field) + ".",
                                                "例如写作 " + examples(field) + "。"));
        return new RowProblem(
                "wrong-type",
                line,
                column,
                new Text(quote(cell) + " is not a percentage.", quote(cell) + " 不是百分比。"),
                hint);
    }

    private static Text asPercent(String number) {
        return new Text(
                "Write " + number + "% with its sign; 50 % may also be written 0.5.",
                "请写成带百分号的 " + number + "%；50% 也可写作 0.5。");
    }

    private static RowProblem choice(long line, String column, FieldSpec field, String cell) {
        List<String> en =
                field.choices().stream()
                        .limit(MOST_NAMED)
                        .map(choice -> choice.id() + " (" + choice.label().en() + ")")
                        .toList();
        List<String> zh =
                field.choices().stream()
                        .limit(MOST_NAMED)
                        .map(choice -> choice.label().zh() + "（" + choice.id() + "）")
                        .toList();
        Optional<FieldSpec.Choice> meant = meant(field, cell);
        return new RowProblem(
                "unknown-choice",
                line,
                column,
                new Text(
                        quote(cell) + " is no choice of " + field.label().en() + ".",
                        quote(cell) + " 不是「" + field.label().zh() + "」的选项。"),
                new Text(
                        meant.map(one -> "Did you mean " + one.label().en() + "? ").orElse("")
                                + "Choose from: "
                                + String.join(", ", en)
                                + ".",
                        meant.map(one -> "是否指“" + one.label().zh() + "”？").orElse("")
                                + "可选："
                                + String.join("、", zh)
                                + "。"));
    }

    /** The choice whose id or label, in either language, is nearest to what is written. */
    private static Optional<FieldSpec.Choice> meant(FieldSpec field, String cell) {
        Map<String, FieldSpec.Choice> words = new LinkedHashMap<>();
        for (FieldSpec.Choice choice : field.choices()) {
            words.putIfAbsent(choice.label().zh(), choice);
            words.putIfAbsent(choice.label().en(), choice);
            words.putIfAbsent(choice.id(), choice);
        }
        return Nearest.of(cell.strip(), words.keySet()).map(words::get);
    }

    private RowProblem reference(long line, String column, FieldSpec field, String cell) {
        String table = String.valueOf(field.to());
        List<ItemRef> meant = names.find(table, cell.strip());
        if (meant.size() > 1) {
            String refs =
                    String.join(", ", meant.stream().limit(3).map(ItemRef::toString).toList());
            return new RowProblem(
                    "ambiguous-reference",
                    line,
                    column,
                    new Text(
                            quote(cell) + " names " + meant.size() + " items: " + refs + ".",
                            quote(cell) + " 对应 " + meant.size() + " 个条目：" + refs + "。"),
                    new Text("Write the one meant as table/id.", "请写成 表/id 以指明是哪一个。"));
        }
        Text label = names.label(table);
        Optional<String> nearest = Nearest.of(cell.strip(), names.all(table));
        return new RowProblem(
                "no-such-item",
                line,
                column,
                new Text(
                        "There is no " + quote(cell) + " in " + label.en() + ".",
                        "「" + label.zh() + "」中没有 " + quote(cell) + "。"),
                nearest.map(near -> new Text("Did you mean " + near + "?", "是否指 " + near + "？"))
                        .orElse(
                                new Text(
                                        "Import "
                                                + label.en()
                                                + " ("
                                                + table
                                                + ") first, or write its key, title or table/id.",
                                        "请先导入「"
                                                + label.zh()
                                                + "」（"
                                                + table
                                                + "），或填写其主键、标题或 表/id。")));
    }

    private static Text expected(FieldSpec field) {
        return switch (field.type()) {
            case INTEGER -> new Text("a whole number", "整数");
            case DECIMAL -> new Text("a number", "数字");
            case MONEY -> new Text("an amount of money", "金额");
            case BOOLEAN -> new Text("yes or no", "是或否");
            case DATE -> new Text("a valid date with year, month and day", "年月日齐全的有效日期");
            case MONTH -> new Text("a month", "月份");
            case DATETIME -> new Text("a time", "时间");
            case FILE -> new Text("a file as an export writes it", "导出时写出的文件描述");
            default -> new Text("a text", "文本");
        };
    }

    private static String examples(FieldSpec field) {
        return switch (field.type()) {
            case INTEGER -> "42, 1,200, 1.2万";
            case DECIMAL -> "12,345.60, 1.2万, (500)";
            case PERCENT -> "12.5%, 0.125";
            case MONEY ->
                    "12,345.60, ￥1.2万, 12.30 "
                            + (field.currency() == null ? "CNY" : field.currency());
            case BOOLEAN -> "是/否, yes/no, ✓/✗";
            case DATE -> "2026-08-17, 2026/8/17, 2026年8月17日";
            case MONTH -> "2019-10, 2019/10, 2019年10月, 201910, Oct-19";
            case DATETIME -> "2026-08-17T09:42:00Z, 2026-08-17 09:42";
            default -> "{\"name\": …}";
        };
    }

    /** A natural key as a person would write it. */
    private static String shown(Object written) {
        return written instanceof List<?> parts
                ? parts.stream().map(part -> shown(String.valueOf(part))).collect(joining(" / "))
                : written.toString();
    }

    static String quote(String text) {
        String line = text.lines().findFirst().orElse("");
        int[] points = line.codePoints().limit(LONGEST_QUOTE + 1L).toArray();
        String shown =
                points.length <= LONGEST_QUOTE ? line : new String(points, 0, LONGEST_QUOTE) + "…";
        return "“" + shown + "”";
    }
}
