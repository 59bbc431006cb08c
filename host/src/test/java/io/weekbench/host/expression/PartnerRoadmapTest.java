package io.weekbench.host.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.FieldType;
import io.weekbench.host.tracker.SpecNumbers;
import io.weekbench.host.tracker.TableSpec;
import io.weekbench.host.tracker.TrackerJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tracker that comes along is read whole, and its conditions mean what its labels say. */
class PartnerRoadmapTest {
    private static final Path FILE = Path.of("../plugins/partner-roadmap/tracker.json");

    private final Expressions expressions = new Expressions();
    private Catalog catalog = new Catalog(List.of());

    @BeforeEach
    void read() throws IOException {
        TrackerJson.Reading reading =
                TrackerJson.read(Files.readAllBytes(FILE), catalog, expressions);
        assertEquals(List.of(), reading.problems());
        catalog = catalog.with(SpecNumbers.reconcile(reading.declared(), catalog).tracker());
    }

    @Test
    void givesALookupTheChoicesOfWhatItShows() {
        FieldSpec kind = item().field("partnerKind").orElseThrow();
        assertEquals(FieldType.CHOICE, kind.type());
        assertEquals("社区", kind.choice("community").orElseThrow().label().zh());
    }

    @Test
    void asksForAReasonWhereADateSlipped() {
        String when = item().field("reason").orElseThrow().requiredWhen();
        LocalDate march = LocalDate.of(2026, 3, 1);
        assertEquals(false, holds(when, Map.of("state", "planned")));
        assertEquals(true, holds(when, Map.of("state", "withdrawn")));
        assertEquals(
                false,
                holds(when, Map.of("state", "planned", "firstPromised", march, "promised", march)));
        assertEquals(
                true,
                holds(
                        when,
                        Map.of(
                                "state",
                                "planned",
                                "firstPromised",
                                march,
                                "promised",
                                march.plusDays(1))));
    }

    @Test
    void computesTheDaysOfASlip() {
        Expression slip =
                expressions
                        .compile(item(), "days(firstPromised, promised)", FieldType.INTEGER)
                        .compiled();
        Map<String, Object> values =
                Map.of(
                        "firstPromised",
                        LocalDate.of(2026, 2, 27),
                        "promised",
                        LocalDate.of(2026, 3, 2));
        assertEquals(Optional.of(3L), slip.evaluate(values::get, Samples.CLOCK));
        assertEquals(Optional.empty(), slip.evaluate(field -> null, Samples.CLOCK));
    }

    private TableSpec item() {
        return catalog.table("partner-roadmap.item").orElseThrow();
    }

    private boolean holds(String source, Map<String, Object> values) {
        return expressions
                .compile(item(), source, FieldType.BOOLEAN)
                .compiled()
                .holds(values::get, Samples.CLOCK);
    }
}
