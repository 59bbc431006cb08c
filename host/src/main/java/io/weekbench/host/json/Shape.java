package io.weekbench.host.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.api.Text;
import org.jspecify.annotations.Nullable;

/** The kinds of JSON value, as a person reads of them. */
enum Shape {
    OBJECT("an object {…}", "对象 {…}"),
    ARRAY("a list […]", "列表 […]"),
    TEXT("a text in quotes", "带引号的文本"),
    INTEGER("a whole number", "整数"),
    NUMBER("a number", "数字"),
    BOOLEAN("true or false", "true 或 false"),
    NULL("null", "null");

    private final String en;
    private final String zh;

    Shape(String en, String zh) {
        this.en = en;
        this.zh = zh;
    }

    Text said() {
        return new Text(en, zh);
    }

    static Shape of(@Nullable JsonNode node) {
        if (node == null) {
            return NULL;
        }
        return switch (node.getNodeType()) {
            case OBJECT, POJO -> OBJECT;
            case ARRAY -> ARRAY;
            case STRING, BINARY -> TEXT;
            case NUMBER -> node.isIntegralNumber() ? INTEGER : NUMBER;
            case BOOLEAN -> BOOLEAN;
            case NULL, MISSING -> NULL;
        };
    }
}
