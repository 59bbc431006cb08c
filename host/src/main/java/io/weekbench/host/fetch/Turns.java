package io.weekbench.host.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One request at a time to one server, none sooner after the last than is decent, and none before a
 * server that asked for a rest wants to be asked again.
 */
final class Turns {
    private final Clock clock;
    private final Pause pause;
    private final Duration interval;
    private final Duration patience;
    private final Map<String, Turn> turns = new ConcurrentHashMap<>();

    Turns(Clock clock, Pause pause, Manners manners) {
        this.clock = clock;
        this.pause = pause;
        this.interval = manners.interval();
        this.patience = manners.patience();
    }

    /** When a server may be asked next; changed by whoever holds it. */
    private static final class Turn {
        private final ReentrantLock held = new ReentrantLock(true);
        private Instant next = Instant.MIN;
    }

    /** It is too long until the turn comes. */
    static final class LaterException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Instant next;

        LaterException(Instant next) {
            super("Not before " + next);
            this.next = next;
        }

        Instant next() {
            return next;
        }
    }

    /**
     * Waits for the turn and takes it.
     *
     * @throws LaterException where that would take longer than is waited
     */
    <T> T take(String server, Callable<T> request) throws Exception {
        Turn turn = turns.computeIfAbsent(server, key -> new Turn());
        turn.held.lockInterruptibly();
        try {
            await(turn.next);
            try {
                return request.call();
            } finally {
                turn.next = later(turn.next, clock.instant().plus(interval));
            }
        } finally {
            turn.held.unlock();
        }
    }

    private void await(Instant next) throws LaterException, InterruptedException {
        Instant now = clock.instant();
        if (next.isAfter(now.plus(patience))) {
            throw new LaterException(next);
        }
        if (next.isAfter(now)) {
            pause.take(Duration.between(now, next));
        }
    }

    /** Leaves the server alone until then; asked by whoever has the turn. */
    void rest(String server, Instant until) {
        Turn turn = turns.computeIfAbsent(server, key -> new Turn());
        turn.held.lock();
        try {
            turn.next = later(turn.next, until);
        } finally {
            turn.held.unlock();
        }
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
