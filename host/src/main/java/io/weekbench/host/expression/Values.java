package io.weekbench.host.expression;

import org.jspecify.annotations.Nullable;

/** The values of one item, as an expression asks for them. */
public interface Values {

    /** Null where it is not set. */
    @Nullable Object get(String field);
}
