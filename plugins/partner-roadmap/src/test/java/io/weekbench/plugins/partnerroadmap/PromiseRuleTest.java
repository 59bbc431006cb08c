package io.weekbench.plugins.partnerroadmap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weekbench.api.Grounds;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Outcome;
import io.weekbench.api.Query;
import io.weekbench.api.Request;
import io.weekbench.testkit.TestWorkbench;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A date that moves by hand says why each time, and stands in the ledger. */
class PromiseRuleTest {
    private static final ItemRef PARTNER = new ItemRef(PartnerRoadmap.PARTNER, "p");
    private static final ItemRef ITEM = new ItemRef(PartnerRoadmap.ITEM, "i");
    private static final Map<String, String> WHY =
            Map.of(Move.CAUSE, "upstream", Move.REASON, "waits for 18.6");

    private TestWorkbench bench;

    @BeforeEach
    void promiseSomething() throws IOException {
        bench = TestWorkbench.withFolder(Path.of(""), new PartnerRoadmap());
        bench.accepted(
                new Request.Create(
                        PartnerRoadmap.PARTNER,
                        "p",
                        Map.of("name", "P", "kind", "vendor"),
                        Grounds.NONE));
        bench.accepted(
                new Request.Create(
                        PartnerRoadmap.ITEM,
                        "i",
                        Map.of(
                                "name", "I",
                                "partner", PARTNER,
                                "product", "Product",
                                "facet", "plan",
                                "state", "planned",
                                "promised", day("2026-05-01")),
                        Grounds.NONE));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void asksWhyEachTime() {
        assertEquals(List.of("slip-cause", "slip-reason"), asked(move("2026-06-01", Map.of())));
        bench.accepted(request("2026-06-01", WHY));
        assertEquals(List.of("slip-cause", "slip-reason"), asked(move("2026-06-08", Map.of())));
        assertEquals(List.of("slip-cause", "slip-reason"), asked(move("2026-04-01", Map.of())));
    }

    @Test
    void saysHowFarItMoves() {
        assertEquals("This moves the promise by +31 days. Why?", question("2026-06-01"));
        assertEquals("This brings the promise forward by 1 day. Why?", question("2026-04-30"));
    }

    @Test
    void asksAtTheDate() {
        Outcome.Asked asked = (Outcome.Asked) move("2026-06-01", Map.of());
        assertEquals("requests[0].set.promised", asked.questions().get(0).at());
    }

    @Test
    void writesWhatWasAnsweredIntoTheLedger() {
        bench.accepted(request("2026-06-01", WHY));

        assertEquals("waits for 18.6", item().text("reason").orElseThrow());
        assertEquals(
                List.of("2026-05-01 → 2026-06-01, upstream: waits for 18.6, said on 2026-01-05"),
                ledger());
        assertEquals(day("2026-05-01"), item().date("firstPromised").orElseThrow());
        assertEquals(1L, item().integer("moves").orElseThrow());
    }

    @Test
    void takesNoAnswerThatIsNone() {
        Map<String, String> odd = Map.of(Move.CAUSE, "weather", Move.REASON, "  ");
        assertEquals(List.of("slip-cause", "slip-reason"), asked(move("2026-06-01", odd)));
        Map<String, String> long1 = Map.of(Move.CAUSE, "scope", Move.REASON, "x".repeat(501));
        assertEquals(List.of("slip-reason"), asked(move("2026-06-01", long1)));
        assertEquals(List.of(), ledger());
    }

    @Test
    void asksNothingWhereTheReasonComesWithTheDate() {
        bench.accepted(
                new Request.Update(
                        ITEM,
                        Request.ANY,
                        Map.of("promised", day("2026-06-01"), "reason", "by mail")));

        assertEquals(
                List.of("2026-05-01 → 2026-06-01, not-stated: by mail, said on 2026-01-05"),
                ledger());
    }

    @Test
    void addsNothingToALedgerThatSaysItAlready() {
        Request row =
                new Request.Create(
                        Ledger.TABLE,
                        Map.of(
                                "item",
                                ITEM,
                                "about",
                                Ledger.ARRIVAL,
                                "promised",
                                day("2026-06-01"),
                                "previous",
                                day("2026-05-01"),
                                "saidOn",
                                day("2025-12-24"),
                                "saidBy",
                                "their mail",
                                "cause",
                                "people",
                                "reason",
                                "two left"));
        Request date =
                new Request.Update(
                        ITEM,
                        Request.ANY,
                        Map.of("promised", day("2026-06-01"), "reason", "two left"));
        bench.accepted(new Request.Batch("", List.of(date, row)));

        assertEquals(
                List.of("2026-05-01 → 2026-06-01, people: two left, said on 2025-12-24"), ledger());
    }

    @Test
    void remembersADateThatWasTakenAway() {
        bench.accepted(new Request.Update(ITEM, Request.ANY, nothing()));
        assertEquals(List.of("slip-cause", "slip-reason"), asked(move("2026-06-01", Map.of())));
        bench.accepted(request("2026-05-01", Map.of()));
        assertEquals(List.of(), ledger());
    }

    @Test
    void countsAMoveNoMoreThatWasTakenBack() {
        long revision = bench.accepted(request("2026-06-01", WHY)).revision();
        bench.accepted(new Request.Undo(revision));

        assertEquals(day("2026-05-01"), item().date("promised").orElseThrow());
        assertEquals(0L, item().integer("moves").orElseThrow());
    }

    @Test
    void countsTheSameMoveAgainWhereItIsMadeAgain() {
        bench.accepted(new Request.Undo(bench.accepted(request("2026-06-01", WHY)).revision()));
        bench.accepted(request("2026-06-01", WHY));

        assertEquals(day("2026-06-01"), item().date("promised").orElseThrow());
        assertEquals(List.of("slip-cause", "slip-reason"), asked(move("2026-06-02", Map.of())));
    }

    @Test
    void letsADateGoToAndFroOnOneDay() {
        for (String date : List.of("2026-06-01", "2026-05-01", "2026-06-01")) {
            bench.accepted(request(date, WHY));
        }
        bench.clock().advance(Duration.ofDays(1));
        bench.accepted(request("2026-07-01", WHY));

        assertEquals(
                List.of(
                        "2026-05-01 → 2026-06-01, upstream: waits for 18.6, said on 2026-01-05",
                        "2026-06-01 → 2026-05-01, upstream: waits for 18.6, said on 2026-01-05",
                        "2026-06-01 → 2026-07-01, upstream: waits for 18.6, said on 2026-01-06"),
                ledger());
    }

    private String question(String to) {
        return ((Outcome.Asked) move(to, Map.of())).questions().get(0).question().en();
    }

    private Outcome move(String to, Map<String, String> answers) {
        return bench.submit(request(to, answers));
    }

    private static Request request(String to, Map<String, String> answers) {
        return new Request.Update(
                ITEM, Request.ANY, Map.of("promised", day(to)), new Grounds(answers, List.of()));
    }

    private static Map<String, Object> nothing() {
        Map<String, Object> set = new java.util.HashMap<>();
        set.put("promised", null);
        return set;
    }

    private static List<String> asked(Outcome outcome) {
        return outcome instanceof Outcome.Asked asked
                ? asked.questions().stream().map(question -> question.code()).toList()
                : List.of("expected questions, came " + outcome);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private Item item() {
        return bench.as("tester").snapshot().get(ITEM).orElseThrow();
    }

    private List<String> ledger() {
        Query query =
                new Query(
                        Ledger.TABLE,
                        "!has_value(reverses)",
                        List.of(new Query.Sort("saidOn", false), new Query.Sort("promised", true)),
                        0,
                        100);
        return bench.as("tester").snapshot().query(query).items().stream()
                .map(PromiseRuleTest::words)
                .toList();
    }

    private static String words(Item row) {
        return row.date("previous").orElseThrow()
                + " → "
                + row.date("promised").orElseThrow()
                + ", "
                + row.text("cause").orElseThrow()
                + ": "
                + row.text("reason").orElseThrow()
                + ", said on "
                + row.date("saidOn").orElseThrow();
    }
}
