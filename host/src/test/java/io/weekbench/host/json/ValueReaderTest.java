package io.weekbench.host.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.api.Attachment;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Money;
import io.weekbench.api.Problem;
import io.weekbench.host.tracker.FieldType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ValueReaderTest {
    private static final Map<FieldType, Object> VALUES = values();

    @ParameterizedTest
    @EnumSource(FieldType.class)
    void readsBackWhatIsWritten(FieldType type) {
        Object value = Objects.requireNonNull(VALUES.get(type));
        assertEquals(value, read(type, Json.text(ValueWriter.write(value))));
    }

    @ParameterizedTest
    @EnumSource(FieldType.class)
    void refusesAListOfListsWithAnExample(FieldType type) {
        Problem problem = problem(type, "[[1]]");
        assertEquals("wrong-type", problem.code());
        assertFalse(problem.hint().zh().isBlank());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DATE|\"abc\"",
                "DATE|\"2026-02-30\"",
                "DATE|\"+12026-01-01\"",
                "DATE|20260817",
                "MONTH|\"2026-13\"",
                "MONTH|\"2026-08-17\"",
                "DATETIME|\"2026-08-17T09:42:00\"",
                "DATETIME|\"2026-08-17T09:42:00.0000001Z\"",
                "INTEGER|9223372036854775808",
                "INTEGER|1.5",
                "INTEGER|\"1\"",
                "DECIMAL|1E1000000000",
                "DECIMAL|1E-1000000000",
                "DECIMAL|\"1,5\"",
                "DECIMAL|\"\"",
                "BOOLEAN|\"true\"",
                "BOOLEAN|1",
                "TEXT|1",
                "CHOICE|true",
                "CHOICES|\"planned\"",
                "REFERENCE|\"nowhere\"",
                "REFERENCE|\"a.b/c d\"",
                "REFERENCES|[\"a.b/c\", 1]",
                "MONEY|\"12.30\"",
                "MONEY|{\"amount\":\"12.30\"}",
                "MONEY|{\"amount\":\"12.30\",\"currency\":\"cny\"}",
                "MONEY|{\"amount\":true,\"currency\":\"CNY\"}",
                "FILE|{\"name\":\"../x\",\"mediaType\":\"a/b\",\"size\":1,\"sha256\":\"00\"}",
                "FILE|{\"name\":\"x\",\"mediaType\":\"a/b\",\"size\":-1,\"sha256\":\"00\"}"
            })
    void refusesOtherForms(FieldType type, String json) {
        assertEquals("v", problem(type, json).at().substring(0, 1));
    }

    @Test
    void saysWhatWasExpectedAndGivesAnExample() {
        Problem problem = problem(FieldType.DATE, "\"abc\"");
        assertEquals("Expected a date YYYY-MM-DD, got \"abc\".", problem.message().en());
        assertEquals("应为日期 YYYY-MM-DD，实为\"abc\"。", problem.message().zh());
        assertEquals("For example: \"2026-08-17\"", problem.hint().en());
    }

    @Test
    void offersTheFieldsOwnChoices() {
        assertEquals(
                "For example: \"planned\" or \"came\"", problem(FieldType.CHOICE, "7").hint().en());
    }

    @Test
    void takesDecimalsAsNumbersToo() {
        assertEquals(new BigDecimal("12345.60"), read(FieldType.DECIMAL, "12345.60"));
    }

    @Test
    void takesATimeWithAnyOffset() {
        assertEquals(
                Instant.parse("2026-08-17T01:42:00Z"),
                read(FieldType.DATETIME, "\"2026-08-17T09:42:00+08:00\""));
    }

    private static Object read(FieldType type, String json) {
        Problems problems = new Problems();
        JsonNode node = Objects.requireNonNull(Json.read(json, problems), json);
        Object value = ValueReader.read(Specs.field(type), node, "v", problems);
        assertEquals(List.of(), problems.list());
        return Objects.requireNonNull(value);
    }

    private static Problem problem(FieldType type, String json) {
        Problems problems = new Problems();
        JsonNode node = Objects.requireNonNull(Json.read(json, problems), json);
        assertNull(ValueReader.read(Specs.field(type), node, "v", problems));
        return problems.list().get(0);
    }

    private static Map<FieldType, Object> values() {
        ItemRef ref = new ItemRef("try.all", "x-1_Y");
        Map<FieldType, Object> values = new EnumMap<>(FieldType.class);
        for (FieldType type : FieldType.values()) {
            values.put(type, "田七 \"𠮷\" \u0000 =1+1");
        }
        values.put(FieldType.INTEGER, Long.MIN_VALUE);
        values.put(FieldType.DECIMAL, new BigDecimal("-12345678901234567890.100"));
        values.put(FieldType.PERCENT, new BigDecimal("0.125"));
        values.put(FieldType.MONEY, new Money(new BigDecimal("12.30"), "CNY"));
        values.put(FieldType.BOOLEAN, false);
        values.put(FieldType.DATE, LocalDate.of(2026, 8, 17));
        values.put(FieldType.MONTH, YearMonth.of(2026, 8));
        values.put(FieldType.DATETIME, Instant.parse("2026-08-17T09:42:00.123Z"));
        values.put(FieldType.CHOICES, List.of("planned", "came"));
        values.put(FieldType.REFERENCE, ref);
        values.put(FieldType.REFERENCES, List.of(ref, ref));
        values.put(FieldType.FILE, new Attachment("计划.pdf", "application/pdf", 9, "ab".repeat(32)));
        return values;
    }
}
