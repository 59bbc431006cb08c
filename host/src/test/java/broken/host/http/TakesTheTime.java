package broken.host.http;

import broken.Breaks;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.function.Supplier;

final class TakesTheTime {
    @Breaks("clock")
    static final class Now {
        LocalDate today() {
            return LocalDate.now();
        }
    }

    @Breaks("clock")
    static final class Millis {
        long millis() {
            return System.currentTimeMillis();
        }
    }

    @Breaks("clock")
    static final class Reference {
        Supplier<Instant> now() {
            return Instant::now;
        }
    }

    @Breaks("clock")
    static final class OldDate {
        Date date() {
            return new Date();
        }
    }

    @Breaks("clock")
    static final class OwnClock {
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    /** Asks the clock it was given, and measures a duration. */
    static final class Given {
        Instant now(Clock clock) {
            return Instant.now(clock).plusNanos(System.nanoTime());
        }
    }
}
