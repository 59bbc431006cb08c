package io.weekbench.api;

/**
 * A promise was broken; thrown by the host. What a person got wrong is a {@link Problem} instead.
 */
public final class WeekbenchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public WeekbenchException(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    public WeekbenchException(ErrorCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }
}
