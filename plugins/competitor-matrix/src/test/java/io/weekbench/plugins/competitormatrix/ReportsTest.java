package io.weekbench.plugins.competitormatrix;

import static io.weekbench.plugins.competitormatrix.MatrixBench.JSON;
import static io.weekbench.plugins.competitormatrix.MatrixBench.MERGE;
import static io.weekbench.plugins.competitormatrix.MatrixBench.ORACLE;
import static io.weekbench.plugins.competitormatrix.MatrixBench.OURS;
import static io.weekbench.plugins.competitormatrix.MatrixBench.cell;
import static io.weekbench.plugins.competitormatrix.MatrixBench.set;
import static io.weekbench.plugins.competitormatrix.MatrixBench.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Request;
import io.weekbench.host.json.AsOf;
import io.weekbench.host.report.Reports;
import io.weekbench.host.report.SheetText;
import io.weekbench.host.week.WeekPage;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the pages of the matrix say; 2026-01-05 is today. */
class ReportsTest {
    private static final String PAGE = "https://a.example/";

    private MatrixBench matrix;

    @BeforeEach
    void open() throws IOException {
        matrix = new MatrixBench();
        matrix.accepted(
                set(MERGE, Map.of("weight", new BigDecimal("3"))),
                claim("m1", MERGE, OURS, "ours-1", "yes"),
                claim("j1", JSON, OURS, "ours-2", "no"),
                claim("m2", MERGE, ORACLE, "oracle-19", "no"));
    }

    @AfterEach
    void close() {
        matrix.close();
    }

    private static Request claim(
            String id, ItemRef feature, ItemRef product, String since, String state) {
        return value(
                cell(id),
                feature,
                product,
                since,
                Map.of("state", state, "evidence", PAGE + id, "note", "n"));
    }

    private ObjectNode make(String report, String asOf, String... inputs) {
        return new Reports(matrix.bench.live(), matrix.bench.as("tester"))
                .make(
                        new Reports.Asked(
                                "competitor-matrix",
                                report,
                                List.of(inputs),
                                AsOf.parse(asOf).orElseThrow()));
    }

    /** {@code part: row | cell [mark] address} each. */
    private static List<String> lines(JsonNode report) {
        List<String> lines = new ArrayList<>();
        for (JsonNode part : report.path("parts")) {
            for (JsonNode row : part.path("rows")) {
                StringBuilder line = new StringBuilder(part.at("/label/en").asText());
                line.append(": ").append(row.at("/text/en").asText());
                for (JsonNode one : row.path("cells")) {
                    line.append(" | ").append(one.at("/text/en").asText());
                    String mark = one.path("mark").asText();
                    line.append(mark.equals("none") ? "" : " [" + mark + "]");
                    one.path("evidence")
                            .forEach(
                                    source ->
                                            line.append(' ')
                                                    .append(source.path("address").asText()));
                }
                lines.add(line.toString());
            }
        }
        return lines;
    }

    private static List<String> figures(JsonNode report, int part) {
        List<String> figures = new ArrayList<>();
        report.path("parts")
                .path(part)
                .path("figures")
                .forEach(
                        one ->
                                figures.add(
                                        one.at("/label/en").asText()
                                                + " "
                                                + one.at("/value/en").asText()));
        return figures;
    }

    @Test
    void aCardCitesEveryLineAndLeavesOpenWhatNobodyKnows() {
        assertEquals(
                List.of(
                        "We are ahead (1): SQL · MERGE | yes — n [fresh] https://a.example/m1"
                                + " | no — n [fresh] https://a.example/m2",
                        "Cannot be told: look first (1): Types · JSON"
                                + " | no — n [fresh] https://a.example/j1 | unknown [unknown]"),
                lines(make("battle-card", "", "product=Oracle")));
    }

    @Test
    void aCardSaysHowMuchIsKnown() {
        assertEquals(
                List.of(
                        "Known 1 / 2 (50.0 %)",
                        "Supported by evidence 1 / 2 (50.0 %)",
                        "Fresh 1 / 2 (50.0 %)",
                        "Stale 0",
                        "Unsupported claims 0",
                        "Conflicts 0",
                        "Unknown 1",
                        "Weighted support 0.0 %"),
                figures(make("battle-card", "", "product=oracle"), 0));
    }

    @Test
    void theCardOfAPastDaySaysTheSameWhenItIsMadeAgain() {
        JsonNode then = make("battle-card", "", "product=oracle");
        String markdown = SheetText.markdown(then, "zh");
        matrix.bench.clock().advance(Duration.ofDays(200));
        matrix.accepted(
                claim("m3", MERGE, ORACLE, "oracle-23", "yes"),
                claim("j2", JSON, ORACLE, "oracle-19", "partial"),
                set(JSON, Map.of("weight", new BigDecimal("9"))),
                set(ORACLE, Map.of("pace", "continuous")),
                set(matrix.all(CompetitorMatrix.HALF_LIFE).get(0).ref(), Map.of("days", 2L)));

        JsonNode again = make("battle-card", "2026-01-05", "product=oracle");

        assertEquals(markdown, SheetText.markdown(again, "zh"));
        assertEquals(then.path("parts"), again.path("parts"));
        assertFalse(
                then.path("parts").equals(make("battle-card", "", "product=oracle").path("parts")));
    }

    @Test
    void doubtsAreMarkedAndCountForNothing() {
        matrix.accepted(
                value(
                        cell("j2"),
                        JSON,
                        ORACLE,
                        "oracle-19",
                        Map.of("state", "yes", "unsupported", true)));
        matrix.reported(
                set(
                        cell("m2"),
                        Map.of(
                                "state",
                                "yes",
                                "evidence",
                                "https://b.example/",
                                "verifiedOn",
                                LocalDate.of(2026, 1, 5))));
        JsonNode card = make("battle-card", "", "product=oracle");

        assertEquals(
                List.of(
                        "Cannot be told: look first (2): SQL · MERGE | yes — n [fresh] https://a.example/m1"
                                + " | no — n [conflict] https://a.example/m2 https://b.example/",
                        "Cannot be told: look first (2): Types · JSON"
                                + " | no — n [fresh] https://a.example/j1 | yes [unsupported]"),
                lines(card));
        String html = SheetText.html(card, "en");
        assertTrue(html.contains("<td class=\"unsupported\">yes (no evidence)</td>"), html);
        assertTrue(html.contains("<td class=\"conflict\">no — n (sources disagree)<sup>"), html);
    }

    @Test
    void aValueHoldsUpwardButNotIntoAReleaseNobodyHasLookedAt() {
        matrix.bench.clock().advance(Duration.ofDays(10));
        matrix.accepted(MatrixBench.release(ORACLE, "26", 2600));
        assertEquals(
                "Cannot be told: look first (2): SQL · MERGE | yes — n [fresh] https://a.example/m1"
                        + " | unknown: no before the newest release — n [unknown] https://a.example/m2",
                lines(make("battle-card", "", "product=oracle")).get(0));
        matrix.accepted(set(cell("m2"), Map.of("verifiedOn", LocalDate.of(2026, 1, 15))));
        assertTrue(
                lines(make("battle-card", "", "product=oracle")).get(0).startsWith("We are ahead"));
    }

    @Test
    void comparesWithWeightsAndShowsDifferencesAlone() {
        assertEquals(
                List.of(
                        "Weighted support by group: SQL | 100.0 % | 0.0 %",
                        "Weighted support by group: Types | 0.0 % | 0.0 %",
                        "Differences: SQL · MERGE | yes [fresh] https://a.example/m1"
                                + " | no [fresh] https://a.example/m2 | ahead",
                        "Differences: Types · JSON | no [fresh] https://a.example/j1"
                                + " | unknown [unknown] | cannot be told"),
                lines(make("compare", "", "products=ours,Oracle")));
        assertEquals(
                "Weighted support 75.0 %",
                figures(make("compare", "", "products=ours,oracle"), 0).get(7));
    }

    @Test
    void tellsWhatChangedBetweenTwoDays() {
        matrix.bench.clock().advance(Duration.ofDays(366));
        matrix.accepted(claim("m3", MERGE, ORACLE, "oracle-23", "yes"));
        assertEquals(
                List.of(
                        "Supported now (1): SQL · MERGE | Oracle | no [fresh] https://a.example/m2"
                                + " | yes [fresh] https://a.example/m3",
                        "Gone stale (2): SQL · MERGE | Ours | yes [fresh] https://a.example/m1"
                                + " | yes [stale] https://a.example/m1",
                        "Gone stale (2): Types · JSON | Ours | no [fresh] https://a.example/j1"
                                + " | no [stale] https://a.example/j1"),
                lines(make("changes", "", "from=2026-01-05")));
    }

    @Test
    void coversProductsAndGroups() {
        assertEquals(
                List.of(
                        "By product: Ours | 2 (100.0 %) | 2 (100.0 %) | 2 (100.0 %) | 0 | 0 | 0 | 75.0 %",
                        "By product: Oracle | 1 (50.0 %) | 1 (50.0 %) | 1 (50.0 %) | 0 | 0 | 0 | 0.0 %",
                        "Known, by evidence and lately: SQL (1) | 100.0 % | 100.0 %",
                        "Known, by evidence and lately: Types (1) | 100.0 % | 0.0 %"),
                lines(make("coverage", "")));
    }

    @Test
    void putsFirstWhatIsWorthMost() {
        matrix.bench.clock().advance(Duration.ofDays(366));
        assertEquals(
                List.of("SQL · MERGE | Oracle | 1.5027", "SQL · MERGE | Ours | 1.5027"),
                lines(make("verify-first", "")).stream()
                        .limit(2)
                        .map(line -> line.replaceFirst("^[^:]*: (.*) [|] (yes|no) .*$", "$1"))
                        .toList());
    }

    @Test
    void tellsTheWeek() {
        matrix.bench.clock().advance(Duration.ofDays(8));
        matrix.accepted(claim("m3", MERGE, ORACLE, "oracle-23", "yes"));
        JsonNode section = WeekPage.prepare(matrix.bench.live(), null).at("/trackers/0/sections/0");

        assertEquals("matrix", section.path("id").asText());
        assertEquals(
                "Supported now: Oracle — SQL · MERGE: no → yes",
                section.at("/changes/0/text/en").asText());
        assertEquals("竞品新增支持", section.at("/figures/7/label/zh").asText());
        assertEquals("1", section.at("/figures/7/value/zh").asText());
    }
}
