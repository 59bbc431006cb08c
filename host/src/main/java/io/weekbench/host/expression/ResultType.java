package io.weekbench.host.expression;

import dev.cel.common.types.CelType;
import io.weekbench.api.Text;
import io.weekbench.host.tracker.FieldType;

/** Looks whether an expression gives what is needed; an integer will do for a decimal. */
record ResultType(FieldType wanted) {

    void check(CelType found, Notes notes) {
        Kind kind = Kind.of(wanted);
        boolean widened = kind == Kind.DECIMAL && Kind.INTEGER.is(found);
        if (kind.is(found) || widened) {
            return;
        }
        notes.add(
                "wrong-type",
                Notes.WHOLE,
                new Text(
                        "The expression gives "
                                + Kind.en(Kind.name(found))
                                + ", and "
                                + kind.en()
                                + " is needed.",
                        "表达式的结果是" + Kind.zh(Kind.name(found)) + "，这里需要" + kind.zh() + "。"),
                hint(kind));
    }

    private Text hint(Kind kind) {
        return switch (kind) {
            case BOOLEAN ->
                    new Text(
                            "Compare it with something: … > 0, … == 'planned'.",
                            "请与某个值比较，例如 … > 0、… == 'planned'。");
            case INTEGER ->
                    new Text("Use int(…), which cuts off the fraction.", "可用 int(…) 取整数部分。");
            case TEXT -> new Text("Use string(…).", "可用 string(…) 转成文本。");
            case MONEY -> new Text("Use money(…, \"CNY\").", "可用 money(…, \"CNY\")。");
            default ->
                    new Text(
                            "Declare the field as what the expression gives, or change it.",
                            "把字段声明成表达式的结果类型，或修改表达式。");
        };
    }
}
