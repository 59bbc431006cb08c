package io.weekbench.host.tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.api.WeekbenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecCodecTest {
    private static final Catalog EMPTY = new Catalog(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/test/resources/io/weekbench/host/tracker/base.json",
                "../plugins/partner-roadmap/tracker.json"
            })
    void readsBackWhatItWrote(String file) throws IOException {
        TrackerSpec tracker = resolved(Files.readString(Path.of(file)));
        String json = SpecCodec.write(tracker);
        assertEquals(tracker, SpecCodec.read(json));
        assertEquals(json, SpecCodec.write(SpecCodec.read(json)));
    }

    @Test
    void passesOverWhatANewerHostAdded() throws IOException {
        String json = SpecCodec.write(resolved(Trackers.resource("base.json")));
        String newer =
                json.replace("\"title\":\"name\"", "\"title\":\"name\",\"colour\":{\"by\":[1]}");
        assertEquals(SpecCodec.read(json), SpecCodec.read(newer));
    }

    @Test
    void readsAFieldOfATypeItDoesNotKnowAsRetired() throws IOException {
        String json = SpecCodec.write(resolved(Trackers.resource("base.json")));
        TrackerSpec newer =
                SpecCodec.read(
                        json.replace("\"type\":\"boolean\"", "\"type\":\"place\"")
                                .replace("\"kind\":\"lookup\"", "\"kind\":\"forecast\""));
        TableSpec order = newer.tables().get(1);
        assertTrue(order.field(4).orElseThrow().retired());
        assertTrue(order.field(8).orElseThrow().retired());
        assertTrue(order.field("paid").isEmpty());
        assertFalse(order.field(1).orElseThrow().retired());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "null", "{\"id\":\"t\"}", "{\"tables\":[{}]}"})
    void reportsWhatItNeverWroteAsDamage(String json) {
        assertThrows(WeekbenchException.class, () -> SpecCodec.read(json));
    }

    private static TrackerSpec resolved(String json) {
        return SpecNumbers.reconcile(Trackers.read(json).declared(), EMPTY).tracker();
    }
}
