package io.weekbench.plugins.partnerroadmap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weekbench.api.Briefing;
import io.weekbench.api.Grounds;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Request;
import io.weekbench.api.Snapshot;
import io.weekbench.api.Week;
import io.weekbench.testkit.TestWorkbench;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The week of 2026-01-05 as partners' promises make it. */
class PromiseSectionTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-01-05");
    private static final ItemRef PARTNER = new ItemRef("partner-roadmap.partner", "p");

    private TestWorkbench bench;

    @BeforeEach
    void open() throws IOException {
        bench = TestWorkbench.withFolder(Path.of(""), new PartnerRoadmap());
        bench.accepted(
                new Request.Create(
                        "partner-roadmap.partner",
                        "p",
                        Map.of("name", "P", "kind", "vendor"),
                        Grounds.NONE));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void promise(String name, String date) {
        bench.accepted(
                new Request.Create(
                        PartnerRoadmap.ITEM,
                        name,
                        Map.of(
                                "name",
                                name,
                                "partner",
                                PARTNER,
                                "product",
                                "Product",
                                "facet",
                                "plan",
                                "state",
                                "planned",
                                "promised",
                                LocalDate.parse(date)),
                        Grounds.NONE));
    }

    private void change(String name, Map<String, Object> set) {
        ItemRef ref = new ItemRef(PartnerRoadmap.ITEM, name);
        bench.accepted(new Request.Update(ref, Request.ANY, set));
    }

    private Briefing said(Snapshot before) {
        Snapshot after = bench.as("me").snapshot();
        Week week = new Week(MONDAY, MONDAY.plusDays(6), MONDAY.plusDays(2), before, after);
        return new PromiseSection().say(week);
    }

    private static List<String> english(List<Briefing.Line> lines) {
        return lines.stream().map(line -> line.text().en()).toList();
    }

    @Test
    void tellsWhatIsDueWhatSlippedAndWhatIsLate() {
        promise("late", "2026-01-02");
        promise("due", "2026-01-09");
        promise("slips", "2026-01-08");
        promise("later", "2026-03-01");
        Snapshot before = bench.as("me").snapshot();
        change("slips", Map.of("promised", LocalDate.parse("2026-02-01"), "reason", "tests"));
        change("later", Map.of("promised", LocalDate.parse("2026-02-20"), "reason", "early"));
        Briefing said = said(before);
        assertEquals(
                List.of("Open 4 (4)", "Due this week 1", "Slipped 1", "Overdue 1"),
                said.figures().stream().map(PromiseSectionTest::figure).toList());
        assertEquals(
                List.of(
                        "slips: 2026-01-08 → 2026-02-01, 24 days later",
                        "due is due on 2026-01-09"),
                english(said.changes()));
        assertEquals(
                List.of("late was promised for 2026-01-02: ask whether it came, or for a new date"),
                english(said.decisions()));
    }

    private static String figure(Briefing.Figure figure) {
        String before = figure.before() == null ? "" : " (" + figure.before().en() + ")";
        return figure.label().en() + " " + figure.value().en() + before;
    }

    @Test
    void whatIsWithdrawnIsOpenNoMore() {
        promise("one", "2026-01-07");
        Snapshot before = bench.as("me").snapshot();
        change("one", Map.of("state", "withdrawn", "reason", "given up"));
        assertEquals("Open 0 (1)", figure(said(before).figures().get(0)));
    }

    @Test
    void saysNothingWhereNothingIsPromised() {
        assertEquals(Briefing.NONE, said(bench.as("me").snapshot()));
    }
}
