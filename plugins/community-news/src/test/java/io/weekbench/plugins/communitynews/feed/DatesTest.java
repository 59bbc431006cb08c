package io.weekbench.plugins.communitynews.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

    @Test
    void readsWhatFeedsReallySay() throws IOException {
        Map<String, Optional<Instant>> expected = new LinkedHashMap<>();
        Map<String, Optional<Instant>> came = new LinkedHashMap<>();
        for (JsonNode date : Corpora.json("dates-EXPECTED.json")) {
            String text = date.path("input").asText();
            expected.put(text, instant(date.path("utc")));
            came.put(text, Dates.parse(text));
        }
        assertEquals(expected, came);
    }

    private static Optional<Instant> instant(JsonNode utc) {
        return utc.isNull()
                ? Optional.empty()
                : Optional.of(
                        LocalDateTime.of(
                                        utc.path(0).asInt(),
                                        utc.path(1).asInt(),
                                        utc.path(2).asInt(),
                                        utc.path(3).asInt(),
                                        utc.path(4).asInt(),
                                        utc.path(5).asInt())
                                .toInstant(ZoneOffset.UTC));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-05-09T12:00Z | 2024-05-09T12:00:00Z",
                "2024-05-09T24:00:00Z | 2024-05-10T00:00:00Z",
                "20240509T120000Z | 2024-05-09T12:00:00Z",
                "2024-05 | 2024-05-01T00:00:00Z",
                "2020/1/10 14:33:00 | 2020-01-10T14:33:00Z",
                "2024 | 2024-01-01T00:00:00Z",
                "9 Sept 2024 08:00 PST | 2024-09-09T16:00:00Z",
                "Thu, 9-May-24 12:00:00 +08 | 2024-05-09T04:00:00Z",
            })
    void readsShorterAndLongerForms(String text, String time) {
        assertEquals(Optional.of(Instant.parse(time)), Dates.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "yesterday",
        "2024-13-01",
        "31 Foo 2024",
        "12:00",
        "1715256000000",
        "2024-05-09T12:00:00XYZ"
    })
    void guessesAtNothing(String text) {
        assertEquals(Optional.empty(), Dates.parse(text));
    }
}
