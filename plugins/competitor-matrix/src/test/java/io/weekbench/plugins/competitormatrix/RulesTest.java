package io.weekbench.plugins.competitormatrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.weekbench.api.Commit;
import io.weekbench.api.Evidence;
import io.weekbench.api.Grounds;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Origin;
import io.weekbench.api.Outcome;
import io.weekbench.api.Problem;
import io.weekbench.api.Question;
import io.weekbench.api.Request;
import io.weekbench.host.workbench.Caller;
import io.weekbench.testkit.TestWorkbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the matrix does not let anybody say. */
class RulesTest {
    private static final String PAGE = "https://www.postgresql.org/docs/18/sql-merge.html";
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);
    private static final ItemRef POSTGRESQL = new ItemRef(CompetitorMatrix.PRODUCT, "pg");
    private static final ItemRef ORACLE = new ItemRef(CompetitorMatrix.PRODUCT, "oracle");
    private static final ItemRef MERGE = new ItemRef(CompetitorMatrix.FEATURE, "merge");
    private static final ItemRef CELL = new ItemRef(CompetitorMatrix.CELL, "merge-pg");

    private TestWorkbench bench;

    @BeforeEach
    void open() throws IOException {
        bench =
                TestWorkbench.with(
                        Files.readString(Path.of("tracker.json")), new CompetitorMatrix());
        bench.accepted(
                batch(
                        create(POSTGRESQL, Map.of("name", "PostgreSQL", "kind", "self-built")),
                        create(ORACLE, Map.of("name", "Oracle Database", "kind", "oracle")),
                        create(MERGE, Map.of("group", "SQL", "name", "MERGE")),
                        create(release("pg-15"), release(POSTGRESQL, "15", 1500)),
                        create(release("pg-18"), release(POSTGRESQL, "18", 1800)),
                        create(release("oracle-19"), release(ORACLE, "19c", 1900))));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void refusesAYesWithoutEvidence() {
        for (String claim : List.of("yes", "partial", "no", "planned", "deprecated")) {
            assertEquals(List.of("no-evidence"), refused(fromAFile(cell(Map.of("state", claim)))));
        }
    }

    @Test
    void takesAnUnknownWithoutEvidence() {
        bench.accepted(cell(Map.of("state", "unknown")));
        bench.accepted(new Request.Update(CELL, Request.ANY, Map.of("state", "not-applicable")));

        assertEquals(0, evidence().size());
    }

    @Test
    void asksAPersonForTheEvidence() {
        Outcome.Asked asked =
                assertInstanceOf(Outcome.Asked.class, bench.submit(cell(Map.of("state", "yes"))));
        assertEquals(List.of("evidence"), asked.questions().stream().map(Question::code).toList());

        bench.accepted(cell(Map.of("state", "yes"), answering(PAGE)));

        assertEquals(List.of(PAGE + " says yes, found 2026-01-05"), evidence());
        assertEquals(TODAY, stored().date("verifiedOn").orElseThrow());
    }

    @Test
    void takesNoWordsForAnAddress() {
        assertEquals(
                List.of("no-evidence"),
                refused(bench.submit(cell(Map.of("state", "yes"), answering("我记得支持")))));
    }

    @Test
    void takesTheEvidenceOfTheEdit() {
        Evidence found = new Evidence(PAGE, "MERGE is new", LocalDate.of(2025, 12, 24));
        bench.accepted(cell(Map.of("state", "yes"), new Grounds(Map.of(), List.of(found))));

        assertEquals(PAGE, stored().text("evidence").orElseThrow());
        assertEquals(found.foundOn(), stored().date("verifiedOn").orElseThrow());
        assertEquals(List.of(PAGE + " says yes, found 2025-12-24"), evidence());
    }

    @Test
    void takesTheEvidenceThatWasFoundBefore() {
        bench.accepted(cell(Map.of("state", "unknown")));
        bench.accepted(source("https://example.org/merge", "no"));
        bench.accepted(source(PAGE, "yes"));
        bench.accepted(new Request.Update(CELL, Request.ANY, Map.of("state", "yes")));

        assertEquals(PAGE, stored().text("evidence").orElseThrow());
        assertEquals(1L, stored().integer("contradicting").orElseThrow());
        assertEquals(2L, stored().integer("sources").orElseThrow());
    }

    @Test
    void keepsTheSourceOfTheStateBefore() {
        bench.accepted(cell(Map.of("state", "no", "evidence", "https://example.org/old")));
        bench.clock().advance(Duration.ofDays(2));
        bench.accepted(
                new Request.Update(CELL, Request.ANY, Map.of("state", "yes", "evidence", PAGE)));

        assertEquals(
                List.of(
                        "https://example.org/old says no, found 2026-01-05",
                        PAGE + " says yes, found 2026-01-07"),
                evidence());
        assertEquals(
                0L, stored().integer("contradicting").orElseThrow(), "the newer one has decided");
    }

    @Test
    void takesBothBackInOneUndo() {
        Commit commit = bench.accepted(cell(Map.of("state", "yes"), answering(PAGE)));
        bench.accepted(new Request.Undo(commit.revision()));

        assertEquals(0, evidence().size());
        assertEquals(true, bench.as("tester").snapshot().get(CELL).isEmpty());
    }

    @Test
    void keepsTheSourceAValueRestsOn() {
        bench.accepted(cell(Map.of("state", "yes"), answering(PAGE)));
        ItemRef source = sources().get(0).ref();

        assertEquals(
                List.of("evidence-in-use"),
                refused(bench.submit(new Request.Delete(source, Request.ANY))));
        bench.accepted(
                batch(
                        new Request.Delete(source, Request.ANY),
                        new Request.Delete(CELL, Request.ANY)));
    }

    @Test
    void putsAValueWithoutAReleaseUnderAllVersions() {
        bench.accepted(cell(Map.of("state", "unknown")));

        assertEquals("MERGE · PostgreSQL *", stored().text("name").orElseThrow());
    }

    @Test
    void refusesAReleaseOfAnotherProduct() {
        assertEquals(
                List.of("release-of-another-product"),
                refused(
                        bench.submit(
                                cell(Map.of("state", "unknown", "since", release("oracle-19"))))));
    }

    @Test
    void refusesAnEndBeforeTheBeginning() {
        assertEquals(
                List.of("until-before-since"),
                refused(
                        bench.submit(
                                cell(
                                        Map.of(
                                                "state",
                                                "unknown",
                                                "since",
                                                release("pg-18"),
                                                "until",
                                                release("pg-15"))))));
    }

    @Test
    void showsAValueAsStaleOnceItIs() {
        bench.accepted(new Request.Update(POSTGRESQL, Request.ANY, Map.of("staleAfter", 30L)));
        bench.accepted(cell(Map.of("state", "yes"), answering(PAGE)));
        bench.clock().advance(Duration.ofDays(30));
        assertEquals(true, stored().bool("fresh").orElseThrow());

        bench.clock().advance(Duration.ofDays(1));
        assertEquals(false, stored().bool("fresh").orElseThrow());
    }

    @Test
    void takesAStateChangedByHandAsVerifiedToday() {
        bench.accepted(
                cell(
                        Map.of(
                                "state",
                                "no",
                                "evidence",
                                PAGE,
                                "verifiedOn",
                                LocalDate.of(2025, 1, 1))));
        bench.accepted(new Request.Update(CELL, Request.ANY, Map.of("state", "yes")));

        assertEquals(TODAY, stored().date("verifiedOn").orElseThrow());
    }

    private Outcome fromAFile(Request request) {
        Caller file = new Caller("tester", new Origin(Origin.Kind.IMPORT, "matrix.csv"));
        return bench.live().submit(file, request);
    }

    private static List<String> refused(Outcome outcome) {
        return assertInstanceOf(Outcome.Refused.class, outcome).problems().stream()
                .map(Problem::code)
                .toList();
    }

    private Item stored() {
        return bench.as("tester").snapshot().get(CELL).orElseThrow();
    }

    private List<Item> sources() {
        return bench.as("tester").snapshot().referring(CELL, "competitor-matrix.evidence.cell");
    }

    private List<String> evidence() {
        return sources().stream()
                .map(
                        row ->
                                row.text("address").orElseThrow()
                                        + " says "
                                        + row.text("says").orElseThrow()
                                        + ", found "
                                        + row.date("foundOn").orElseThrow())
                .sorted()
                .toList();
    }

    private static Request batch(Request... requests) {
        return new Request.Batch("", List.of(requests));
    }

    private static Request create(ItemRef ref, Map<String, Object> values) {
        return new Request.Create(ref.table(), ref.id(), values, Grounds.NONE);
    }

    private static Request cell(Map<String, Object> values) {
        return cell(values, Grounds.NONE);
    }

    private static Request cell(Map<String, Object> values, Grounds grounds) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("feature", MERGE);
        all.put("product", POSTGRESQL);
        return new Request.Create(CELL.table(), CELL.id(), all, grounds);
    }

    private static Request source(String address, String says) {
        return new Request.Create(
                CompetitorMatrix.EVIDENCE,
                Map.of("cell", CELL, "address", address, "says", says, "foundOn", TODAY));
    }

    private static Grounds answering(String address) {
        return new Grounds(Map.of("evidence", address), List.of());
    }

    private static ItemRef release(String id) {
        return new ItemRef(CompetitorMatrix.RELEASE, id);
    }

    private static Map<String, Object> release(ItemRef product, String name, long position) {
        return Map.of("product", product, "name", name, "position", position);
    }
}
