package io.weekbench.plugins.revenuesheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weekbench.api.Item;
import io.weekbench.api.Money;
import io.weekbench.api.Query;
import io.weekbench.api.Snapshot;
import io.weekbench.testkit.TestWorkbench;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sample takes the road whole, its sums close, and each row says that it is a sample. */
class SampleTest {
    private static TestWorkbench bench;

    @BeforeAll
    static void loadTheSample() throws IOException {
        bench = TestWorkbench.withSample(Path.of("").toAbsolutePath(), new RevenueSheet());
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    @Test
    void loadsWhole() {
        assertEquals(27, count(now(), RevenueSheet.MONTH, ""));
        assertEquals(25, count(now(), RevenueSheet.MONTH, "has_value(cash)"));
        assertEquals(36, count(now(), "revenue-sheet.order", ""));
        assertEquals(10, count(now(), "revenue-sheet.action", ""));
    }

    @Test
    void saysOfEachRowThatItIsASample() {
        assertEquals(
                0,
                count(
                        now(),
                        RevenueSheet.MONTH,
                        "has_value(cash) && !(change.startsWith('示例') && drivers.startsWith('示例'))"));
        assertEquals(0, count(now(), "revenue-sheet.order", "!number.startsWith('示例')"));
        assertEquals(0, count(now(), "revenue-sheet.order", "!customer.startsWith('示例')"));
        assertEquals(0, count(now(), "revenue-sheet.action", "!name.startsWith('示例')"));
    }

    @Test
    void comparesEveryMonthButTheFirst() {
        assertEquals(24, count(now(), RevenueSheet.MONTH, "has_value(cashMonthOnMonth)"));
        assertEquals(13, count(now(), RevenueSheet.MONTH, "has_value(cashYearOnYear)"));
    }

    @Test
    void closesEachMonthWithOrdersButOne() {
        for (Item month : months("has_value(orderCash)")) {
            Money left = month.money("unexplainedCash").orElseThrow();
            boolean isMay = month.month("month").orElseThrow().equals(YearMonth.of(2026, 5));
            assertEquals(
                    isMay,
                    left.amount().compareTo(BigDecimal.ZERO) != 0,
                    () -> month.ref() + " leaves " + left);
        }
    }

    @Test
    void rememberedEachForecastOnItsDay() {
        assertEquals(27 + 17, count(now(), RevenueSheet.FORECAST, ""));
        assertEquals(0, count(now(), RevenueSheet.FORECAST, "lead < 0"));
        assertEquals(1, count(on("2024-06-25"), RevenueSheet.FORECAST, ""));
    }

    private static List<Item> months(String where) {
        return now().query(new Query(RevenueSheet.MONTH, where, List.of(), 0, 100)).items();
    }

    private static long count(Snapshot snapshot, String table, String where) {
        return snapshot.query(new Query(table, where, List.of(), 0, 0)).total();
    }

    private static Snapshot now() {
        return bench.as("tester").snapshot();
    }

    private static Snapshot on(String day) {
        return bench.as("tester").asOf(Instant.parse(day + "T23:59:59Z"));
    }
}
