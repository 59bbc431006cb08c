package io.weekbench.host.http;

import java.net.BindException;

/** Somebody else listens at the port that was asked for. */
public final class PortTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int port;

    private PortTakenException(int port, Throwable cause) {
        super("Port " + port + " is taken", cause);
        this.port = port;
    }

    public int port() {
        return port;
    }

    /** This, where a taken port is at the bottom of the failure; else the failure itself. */
    static RuntimeException orElse(RuntimeException failure, int port) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException || isJavalins(cause)) {
                return new PortTakenException(port, failure);
            }
        }
        return failure;
    }

    private static boolean isJavalins(Throwable cause) {
        return cause instanceof io.javalin.util.JavalinBindException;
    }
}
