package io.weekbench.api;

import org.jspecify.annotations.Nullable;

/**
 * A person's mistake, as a value; made by the host or a rule, shown where the mistake was made.
 *
 * @param code stable, in kebab-case: {@code unknown-field}
 * @param at a path into the request: {@code requests[3].set.promised}; empty for the whole of it
 * @param message what is wrong
 * @param hint what to do about it
 * @param current for a stale edit the value now stored, else null
 */
public record Problem(String code, String at, Text message, Text hint, @Nullable Object current) {

    public Problem(String code, String at, Text message, Text hint) {
        this(code, at, message, hint, null);
    }
}
