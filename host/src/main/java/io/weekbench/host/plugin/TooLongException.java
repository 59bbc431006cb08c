package io.weekbench.host.plugin;

/** A plugin did not come back in time; the thread it was called on may still be running. */
final class TooLongException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLongException(String message) {
        super(message);
    }
}
