package io.weekbench.host.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.weekbench.api.Attachment;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Some fields of a body, read without the others. */
class BodyFieldsTest {
    private static final String[] LETTERS = {"a", " ", "\0", "é", "数", "\uFFFF", "🙂"};

    @Test
    void readsWhatTheWholeBodyHolds() {
        for (long seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            Map<Integer, Object> values = values(random);
            int[] wanted = wanted(values, random);
            BodyFields fields = new BodyFields(wanted);
            fields.read(Body.encode(Map.of(wanted[0], "from the body before")));
            fields.read(Body.encode(values));
            for (int place = 0; place < wanted.length; place++) {
                assertEquals(
                        values.get(wanted[place]),
                        fields.value(place),
                        "field " + wanted[place] + " of seed " + seed);
            }
        }
    }

    @Test
    void readsTextsOfEveryLength() {
        for (String letter : LETTERS) {
            for (int length = 0; length < 150; length++) {
                String text = letter.repeat(length);
                assertEquals(text, only(Map.of(3, "before", 1, text)), letter + " × " + length);
            }
        }
    }

    @Test
    void readsNumbersOfEverySize() {
        for (int bit = 0; bit < 64; bit++) {
            for (long number : new long[] {1L << bit, -(1L << bit), ~(1L << bit)}) {
                assertEquals(number, only(Map.of(1, number)));
                BigDecimal decimal = new BigDecimal(BigInteger.valueOf(number), bit - 32);
                assertEquals(decimal, only(Map.of(1, decimal)));
                assertEquals(number, only(ordered(2, decimal, 1, number)), "behind a decimal");
            }
        }
    }

    @Test
    void readsFieldsOfHighNumbers() {
        for (int number : new int[] {15, 16, 31, 32, 8191, 8192, Integer.MAX_VALUE}) {
            BodyFields fields = new BodyFields(new int[] {number});
            fields.read(Body.encode(ordered(number - 1, "other", number, true)));
            assertEquals(true, fields.value(0), "field " + number);
        }
    }

    @Test
    void hasNothingOfAnEmptyBody() {
        assertNull(only(Map.of()));
    }

    /** Field 1. */
    private static Object only(Map<Integer, Object> values) {
        BodyFields fields = new BodyFields(new int[] {1});
        fields.read(Body.encode(values));
        return fields.value(0);
    }

    private static Map<Integer, Object> ordered(int one, Object its, int other, Object theirs) {
        Map<Integer, Object> values = new LinkedHashMap<>();
        values.put(one, its);
        values.put(other, theirs);
        return values;
    }

    private static Map<Integer, Object> values(Random random) {
        Map<Integer, Object> values = new LinkedHashMap<>();
        int count = random.nextInt(12);
        for (int i = 0; i < count; i++) {
            values.put(1 + random.nextInt(40), value(random, 0));
        }
        return values;
    }

    private static int[] wanted(Map<Integer, Object> values, Random random) {
        List<Integer> numbers = new ArrayList<>(values.keySet());
        numbers.add(41);
        Collections.shuffle(numbers, random);
        return numbers.stream().limit(1 + random.nextInt(4)).mapToInt(Integer::intValue).toArray();
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 12 : 10)) {
            case 0, 1 -> LETTERS[random.nextInt(LETTERS.length)].repeat(random.nextInt(90));
            case 2 -> random.nextLong() >> random.nextInt(64);
            case 3 -> new BigDecimal(new BigInteger(random.nextInt(200), random), 9);
            case 4 -> random.nextBoolean();
            case 5 -> LocalDate.ofEpochDay(random.nextInt(100_000) - 50_000);
            case 6 -> YearMonth.of(1900 + random.nextInt(300), 1 + random.nextInt(12));
            case 7 -> Instant.ofEpochMilli(random.nextLong() >> 20);
            case 8 -> new Money(new BigDecimal(random.nextInt()).movePointLeft(2), "CNY");
            case 9 -> new ItemRef("desk.task", "t" + random.nextInt(1_000));
            case 10 ->
                    new Attachment("名.pdf", "application/pdf", random.nextInt(9), "0".repeat(64));
            default -> List.of(value(random, 1), value(random, 1));
        };
    }
}
