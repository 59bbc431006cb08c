package io.weekbench.host.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weekbench.api.Money;
import io.weekbench.host.tracker.FieldType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Expressions give what BigDecimal and java.time give, for whatever values; seeded. */
class ExactnessTest {
    private static final int ROUNDS = 2_000;

    private final Expressions expressions = new Expressions();
    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(17);

    @Test
    void calculatesDecimalsAsBigDecimalDoes() {
        for (int i = 0; i < ROUNDS; i++) {
            BigDecimal a = decimal();
            BigDecimal b = decimal();
            Map<String, Object> values = Map.of("rating", a, "share", b);
            assertDecimal(a.add(b), "rating + share", values);
            assertDecimal(a.subtract(b), "rating - share", values);
            assertDecimal(a.multiply(b), "rating * share", values);
            if (b.signum() != 0) {
                assertDecimal(a.divide(b, MathContext.DECIMAL128), "rating / share", values);
            }
            assertEquals(a.compareTo(b) < 0, holds("rating < share", values), a + " < " + b);
            assertEquals(a.compareTo(b) == 0, holds("rating == share", values), a + " == " + b);
            assertEquals(a.compareTo(b) >= 0, holds("rating >= share", values), a + " >= " + b);
        }
    }

    @Test
    void takesDecimalsAsTheyAreWritten() {
        for (int i = 0; i < ROUNDS / 10; i++) {
            BigDecimal a = decimal();
            String written = i % 2 == 0 ? a.toPlainString() : a.toString();
            String literal = written.matches("-?\\d+") ? written + ".0" : written;
            Map<String, Object> values = Map.of("rating", a);
            assertEquals(true, holds("rating == " + literal, values), literal);
            BigDecimal next = a.add(BigDecimal.ONE.movePointLeft(a.scale() + 1));
            assertEquals(true, holds("rating > " + literal, Map.of("rating", next)), literal);
        }
    }

    @Test
    void calculatesIntegersOrKnowsThatItCannot() {
        long[] edges = {0, 1, -1, 7, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE / 2};
        for (long a : edges) {
            for (long b : edges) {
                BigInteger left = BigInteger.valueOf(a);
                BigInteger right = BigInteger.valueOf(b);
                Map<String, Object> values = Map.of("priority", a, "limit", b);
                assertInteger(left.add(right), "priority + limit", values);
                assertInteger(left.subtract(right), "priority - limit", values);
                assertInteger(left.multiply(right), "priority * limit", values);
                if (b != 0) {
                    assertInteger(left.divide(right), "priority / limit", values);
                    assertInteger(left.remainder(right), "priority % limit", values);
                } else {
                    assertEquals(Optional.empty(), integer("priority / limit", values));
                    assertEquals(Optional.empty(), integer("priority % limit", values));
                }
            }
            assertInteger(BigInteger.valueOf(a).negate(), "-priority", Map.of("priority", a));
        }
    }

    @Test
    void addsMoneyExactly() {
        for (int i = 0; i < ROUNDS; i++) {
            BigDecimal a = decimal();
            BigDecimal b = decimal();
            Map<String, Object> values =
                    Map.of("budget", new Money(a, "CNY"), "spent", new Money(b, "CNY"));
            assertEquals(
                    Optional.of(new Money(a.subtract(b), "CNY")),
                    value("budget - spent", FieldType.MONEY, values));
            assertEquals(a.compareTo(b) > 0, holds("budget > spent", values), a + " > " + b);
        }
    }

    @Test
    void countsDaysAndMonthsAsTheCalendarDoes() {
        for (int i = 0; i < ROUNDS; i++) {
            LocalDate a = date();
            LocalDate b = date();
            long n = random.nextLong(-50_000, 50_000);
            Map<String, Object> values = new HashMap<>();
            values.put("firstPromised", a);
            values.put("promised", b);
            values.put("from", YearMonth.from(a));
            values.put("priority", n);
            assertEquals(
                    Optional.of(ChronoUnit.DAYS.between(a, b)),
                    integer("days(firstPromised, promised)", values));
            assertEquals(
                    Optional.of(ChronoUnit.MONTHS.between(a, b)),
                    integer("months(firstPromised, promised)", values));
            assertEquals(
                    Optional.of(a.plusDays(n)),
                    value("firstPromised + priority", FieldType.DATE, values));
            assertEquals(
                    true,
                    holds("days(firstPromised, firstPromised + priority) == priority", values));
            assertEquals(
                    Optional.of(a.plusMonths(n)),
                    value("add_months(firstPromised, priority)", FieldType.DATE, values));
            assertEquals(
                    Optional.of(YearMonth.from(a).minusMonths(n)),
                    value("from - priority", FieldType.MONTH, values));
            assertEquals(a.isBefore(b), holds("firstPromised < promised", values), a + " " + b);
            assertEquals(true, holds("date(\"" + a + "\") == firstPromised", values));
        }
    }

    private BigDecimal decimal() {
        BigInteger digits =
                new BigInteger(1 + random.nextInt(120), new java.util.Random(random.nextLong()));
        BigDecimal number = new BigDecimal(digits, random.nextInt(-5, 30));
        return random.nextBoolean() ? number : number.negate();
    }

    private LocalDate date() {
        return LocalDate.ofEpochDay(random.nextLong(-200_000, 200_000));
    }

    private void assertDecimal(BigDecimal expected, String source, Map<String, Object> values) {
        assertEquals(
                Optional.of(expected),
                value(source, FieldType.DECIMAL, values),
                () -> source + " of " + values);
    }

    private void assertInteger(BigInteger expected, String source, Map<String, Object> values) {
        assertEquals(
                expected.bitLength() < 64 ? Optional.of(expected.longValue()) : Optional.empty(),
                integer(source, values),
                () -> source + " of " + values);
    }

    private Optional<Object> integer(String source, Map<String, Object> values) {
        return value(source, FieldType.INTEGER, values);
    }

    private Optional<Object> value(String source, FieldType type, Map<String, Object> values) {
        return expressions
                .compile(Samples.TABLE, source, type)
                .compiled()
                .evaluate(values::get, Samples.CLOCK);
    }

    private boolean holds(String source, Map<String, Object> values) {
        return expressions
                .compile(Samples.TABLE, source, FieldType.BOOLEAN)
                .compiled()
                .holds(values::get, Samples.CLOCK);
    }
}
