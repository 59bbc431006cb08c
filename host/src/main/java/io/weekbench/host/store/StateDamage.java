package io.weekbench.host.store;

/**
 * The state is not what was written. It never leaves this package: the journal is the truth, and
 * the state is made anew from it.
 */
final class StateDamage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StateDamage(String what) {
        super(what);
    }

    StateDamage(String what, Throwable cause) {
        super(what, cause);
    }
}
