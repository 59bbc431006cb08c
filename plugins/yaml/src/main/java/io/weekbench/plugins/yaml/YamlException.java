package io.weekbench.plugins.yaml;

/** The text cannot be read; says where. */
public final class YamlException extends Exception {
    private final long line;

    YamlException(long line, String message) {
        super(message);
        this.line = line;
    }

    /** From 1. */
    public long line() {
        return line;
    }
}
