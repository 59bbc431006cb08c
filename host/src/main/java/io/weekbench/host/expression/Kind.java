package io.weekbench.host.expression;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import io.weekbench.api.Attachment;
import io.weekbench.host.tracker.FieldType;
import java.util.List;
import java.util.stream.Stream;

/**
 * A type within expressions.
 *
 * <p>The checker is told {@code double} where we mean an exact decimal: there are no doubles in the
 * language, and so a literal like 12.5 is checked as what it will be.
 */
enum Kind {
    TEXT("text", "文本", SimpleType.STRING),
    INTEGER("integer", "整数", SimpleType.INT),
    DECIMAL("decimal", "小数", SimpleType.DOUBLE),
    MONEY("money", "金额", OpaqueType.create("money")),
    BOOLEAN("boolean", "是/否", SimpleType.BOOL),
    DATE("date", "日期", OpaqueType.create("date")),
    MONTH("month", "月份", OpaqueType.create("month")),
    DATETIME("datetime", "时间", OpaqueType.create("datetime")),
    TEXTS("list of text", "文本列表", ListType.create(SimpleType.STRING));

    private final String en;
    private final String zh;

    @SuppressWarnings("ImmutableEnumChecker") // CEL's types are immutable and do not say so
    private final CelType cel;

    Kind(String en, String zh, CelType cel) {
        this.en = en;
        this.zh = zh;
        this.cel = cel;
    }

    static Kind of(FieldType type) {
        return switch (type) {
            case TEXT, MARKDOWN, URL, EMAIL, PERSON, CHOICE, REFERENCE, FILE -> TEXT;
            case INTEGER -> INTEGER;
            case DECIMAL, PERCENT -> DECIMAL;
            case MONEY -> MONEY;
            case BOOLEAN -> BOOLEAN;
            case DATE -> DATE;
            case MONTH -> MONTH;
            case DATETIME -> DATETIME;
            case CHOICES, REFERENCES -> TEXTS;
        };
    }

    /** A field's value as one within expressions: references are texts there, a file its name. */
    Object read(Object value) {
        if (this == TEXT && !(value instanceof String)) {
            return value instanceof Attachment file ? file.name() : value.toString();
        }
        if (this == TEXTS) {
            return ((List<?>) value).stream().map(Object::toString).toList();
        }
        return value;
    }

    CelType cel() {
        return cel;
    }

    String en() {
        return en;
    }

    String zh() {
        return zh;
    }

    /** As CEL writes it: {@code double}, {@code list(string)}. */
    static String en(String celName) {
        return Stream.of(values())
                .filter(kind -> kind.celName().equals(celName))
                .map(Kind::en)
                .findFirst()
                .orElse(celName);
    }

    static String zh(String celName) {
        return Stream.of(values())
                .filter(kind -> kind.celName().equals(celName))
                .map(Kind::zh)
                .findFirst()
                .orElse(celName);
    }

    boolean is(CelType type) {
        return celName().equals(name(type));
    }

    private String celName() {
        return name(cel);
    }

    /** A type as CEL writes it in its messages. */
    static String name(CelType type) {
        return type instanceof ListType list && list.hasElemType()
                ? "list(" + name(list.elemType()) + ")"
                : type.name();
    }
}
