package io.weekbench.api;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * A promise was broken; thrown by the host. What a person got wrong is a {@link Problem} instead.
 */
public final class WeekbenchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<Problem> problems;

    public WeekbenchException(ErrorCode code, String message) {
        super(message);
        this.code = code;
        this.problems = List.of();
    }

    /** With what a person can be told about it, in their language and at its place. */
    public WeekbenchException(ErrorCode code, List<Problem> problems) {
        super(problems.stream().map(problem -> problem.message().en()).collect(joining(" ")));
        this.code = code;
        this.problems = List.copyOf(problems);
    }

    public WeekbenchException(ErrorCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.problems = List.of();
    }

    public ErrorCode code() {
        return code;
    }

    /** Empty where there is no more to tell than the message. */
    public List<Problem> problems() {
        return problems;
    }
}
