package io.weekbench.host.transfer;

import io.weekbench.host.tracker.FieldSpec;
import org.jspecify.annotations.Nullable;

/** A text that is meant exactly so: a lone "-" in it is no empty cell, and no guard comes off. */
record Literal(String text) {

    /** What a program gives for this field: its texts are literal, all else may be typed. */
    static @Nullable Object of(FieldSpec field, @Nullable Object value) {
        return value instanceof String text && field.type().isFreeText()
                ? new Literal(text)
                : value;
    }

    @Override
    public String toString() {
        return text;
    }
}
