package io.weekbench.host.fetch;

import java.io.IOException;

/** An answer went on beyond what is taken. */
final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(long limitBytes) {
        super("More than " + limitBytes + " bytes");
    }
}
