package io.weekbench.host.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    @Test
    void readsSecondsAndDates() {
        assertEquals(Optional.of(NOW.plusSeconds(120)), RetryAfter.parse(" 120 ", NOW));
        assertEquals(
                Optional.of(Instant.parse("2026-01-05T10:00:00Z")),
                RetryAfter.parse("Mon, 05 Jan 2026 10:00:00 GMT", NOW));
    }

    @Test
    void believesNobodyWhoWantsToBeLeftAloneForAYear() {
        assertEquals(
                Optional.of(Instant.parse("2026-01-12T09:00:00Z")),
                RetryAfter.parse("31536000", NOW));
    }

    @Test
    void takesNothingFromThePastOrFromNonsense() {
        for (String value : new String[] {"", "0", "-5", "soon", "Mon, 05 Jan 2009 10:00:00 GMT"}) {
            assertEquals(Optional.empty(), RetryAfter.parse(value, NOW), value);
        }
    }
}
