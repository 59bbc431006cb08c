package io.weekbench.host.fetch;

import io.weekbench.api.Fetched;
import io.weekbench.api.Fetched.Validators;
import io.weekbench.api.Fetcher;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A fetcher with small limits, whose pauses move its clock instead of taking time. */
final class Fetching {
    static final int LIMIT = 100_000;
    static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    private final HandClock clock = new HandClock();
    private final List<Duration> pauses = new ArrayList<>();
    private final PoliteFetcher fetcher;

    private Fetching(Set<String> privateHosts, Duration answerWithin) {
        Manners manners =
                new Manners(
                        Duration.ofSeconds(10),
                        answerWithin,
                        LIMIT,
                        2 * LIMIT,
                        3,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(30),
                        "Weekbench/test",
                        privateHosts);
        fetcher = new PoliteFetcher(manners, clock, this::pause);
    }

    /** Allowed to ask 127.0.0.1 by that name, and patient. */
    static Fetching onLoopback() {
        return new Fetching(Set.of("127.0.0.1"), Duration.ofSeconds(60));
    }

    static Fetching impatient() {
        return new Fetching(Set.of("127.0.0.1"), Duration.ofMillis(300));
    }

    static Fetching onlyPublic() {
        return new Fetching(Set.of(), Duration.ofSeconds(60));
    }

    private void pause(Duration time) {
        pauses.add(time);
        clock.now = clock.now.plus(time);
    }

    List<Duration> pauses() {
        return pauses;
    }

    Fetched get(URI address) {
        return get(address, Validators.NONE);
    }

    Fetched get(URI address, Validators known) {
        return fetcher.get(address, known);
    }

    Fetcher confinedTo(Predicate<String> hosts) {
        return fetcher.confinedTo(hosts);
    }

    /** The code of what went wrong, or what came instead. */
    String code(URI address) {
        Fetched fetched = get(address);
        return fetched instanceof Fetched.Failed failed
                ? failed.problem().code()
                : fetched.getClass().getSimpleName();
    }

    private static final class HandClock extends Clock {
        private volatile Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
