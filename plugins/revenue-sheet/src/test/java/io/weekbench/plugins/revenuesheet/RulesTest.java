package io.weekbench.plugins.revenuesheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weekbench.api.Commit;
import io.weekbench.api.Item;
import io.weekbench.api.Money;
import io.weekbench.api.Query;
import io.weekbench.api.Request;
import io.weekbench.testkit.TestWorkbench;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the sheet works out by itself. */
class RulesTest {
    private TestWorkbench bench;

    @BeforeEach
    void open() throws IOException {
        bench = TestWorkbench.with(Files.readString(Path.of("tracker.json")), new RevenueSheet());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void comparesEachMonthWithTheOneBeforeInWhateverOrderTheyCome() {
        for (String month : List.of("2025-12", "2025-10", "2025-11")) {
            enter(month, cash(month.equals("2025-11") ? "150.03" : "100.02"));
        }

        assertEquals(Optional.empty(), month("2025-10").money("cashChange"));
        assertEquals(cny("50.01"), month("2025-11").money("cashChange").orElseThrow());
        assertEquals(
                new BigDecimal("0.5000"),
                month("2025-11").decimal("cashMonthOnMonth").orElseThrow());
        assertEquals(cny("-50.01"), month("2025-12").money("cashChange").orElseThrow());
    }

    @Test
    void comparesWithTheSameMonthLastYear() {
        enter("2025-12", cash("110"));
        enter("2024-12", cash("100"));

        assertEquals(
                new BigDecimal("0.1000"), month("2025-12").decimal("cashYearOnYear").orElseThrow());
    }

    @Test
    void comparesWithNothingWhereAMonthIsMissing() {
        enter("2025-10", cash("100"));
        enter("2025-12", cash("110"));

        assertEquals(Optional.empty(), month("2025-12").money("cashChange"));
    }

    @Test
    void comparesAnewOnceAMonthIsGoneOrIsAnother() {
        enter("2025-11", cash("100"));
        enter("2025-12", cash("110"));
        Item november = month("2025-11");
        bench.accepted(
                new Request.Update(
                        november.ref(), Request.ANY, Map.of("month", YearMonth.of(2024, 12))));
        assertEquals(Optional.empty(), month("2025-12").reference("previous"));
        assertEquals(november.ref(), month("2025-12").reference("yearBefore").orElseThrow());

        bench.accepted(new Request.Delete(november.ref(), Request.ANY));
        assertEquals(Optional.empty(), month("2025-12").reference("yearBefore"));
    }

    @Test
    void findsNoRateOfNothing() {
        enter("2025-11", cash("0"));
        enter("2025-12", cash("110"));

        assertEquals(cny("110"), month("2025-12").money("cashChange").orElseThrow());
        assertEquals(Optional.empty(), month("2025-12").decimal("cashMonthOnMonth"));
    }

    @Test
    void remembersEachForecast() {
        enter("2026-03", forecast("900"));
        forecastAnew("2026-03", "950");
        bench.clock().advance(Duration.ofDays(7));
        forecastAnew("2026-03", "1000");
        set("2026-03", cash("1010"));

        assertEquals(List.of("2026-01-05 950 0.0632", "2026-01-12 1000 0.0100"), forecasts());
    }

    @Test
    void forgetsAForecastThatWasTakenBack() {
        enter("2026-03", forecast("900"));
        bench.clock().advance(Duration.ofDays(7));
        Commit commit = forecastAnew("2026-03", "1000");
        bench.accepted(new Request.Undo(commit.revision()));

        assertEquals(List.of("2026-01-05 900 "), forecasts());
        assertEquals(cny("900"), month("2026-03").money("forecast").orElseThrow());
    }

    @Test
    void saysWhatTheOrdersDoNotAddUpTo() {
        enter("2025-12", cash("300.00"));
        for (String amount : List.of("199.99", "-0.01")) {
            bench.accepted(
                    new Request.Create(
                            "revenue-sheet.order",
                            Map.of(
                                    "number",
                                    "A" + amount,
                                    "month",
                                    month("2025-12").ref(),
                                    "customer",
                                    "示例",
                                    "kind",
                                    "new",
                                    "cash",
                                    cny(amount))));
        }

        assertEquals(cny("100.02"), month("2025-12").money("unexplainedCash").orElseThrow());
    }

    private Commit enter(String month, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("month", YearMonth.parse(month));
        return bench.accepted(new Request.Create(RevenueSheet.MONTH, all));
    }

    private Commit set(String month, Map<String, Object> values) {
        return bench.accepted(
                new Request.Update(month(month).ref(), Request.ANY, Map.copyOf(values)));
    }

    private Commit forecastAnew(String month, String amount) {
        return set(month, forecast(amount));
    }

    private Item month(String month) {
        return bench.as("tester")
                .snapshot()
                .byKey(RevenueSheet.MONTH, List.of(YearMonth.parse(month)))
                .orElseThrow();
    }

    /** When, how much, and how far off it was. */
    private List<String> forecasts() {
        return bench
                .as("tester")
                .snapshot()
                .query(Query.all(RevenueSheet.FORECAST))
                .items()
                .stream()
                .map(
                        row ->
                                row.date("madeOn").orElseThrow()
                                        + " "
                                        + row.money("amount").orElseThrow().amount()
                                        + " "
                                        + row.decimal("error").map(Object::toString).orElse(""))
                .sorted()
                .toList();
    }

    private static Map<String, Object> cash(String amount) {
        return Map.of("cash", cny(amount));
    }

    private static Map<String, Object> forecast(String amount) {
        return Map.of("forecast", cny(amount));
    }

    private static Money cny(String amount) {
        return new Money(new BigDecimal(amount), "CNY");
    }
}
