package io.weekbench.host.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** When a server wants to be asked again, RFC 9110 section 10.2.3: seconds or a date. */
final class RetryAfter {
    /** Nobody is believed to want more rest than this. */
    private static final Duration LONGEST = Duration.ofDays(7);

    private RetryAfter() {}

    static Optional<Instant> parse(String value, Instant now) {
        return when(value.strip(), now)
                .map(time -> time.isAfter(now.plus(LONGEST)) ? now.plus(LONGEST) : time)
                .filter(time -> time.isAfter(now));
    }

    private static Optional<Instant> when(String value, Instant now) {
        if (value.matches("\\d{1,9}")) {
            return Optional.of(now.plusSeconds(Long.parseLong(value)));
        }
        try {
            return Optional.of(
                    ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
