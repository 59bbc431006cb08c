package io.weekbench.testkit.bench;

import io.weekbench.api.Grounds;
import io.weekbench.api.Money;
import io.weekbench.api.Request;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Row number n of a table as wide as people make them, with a field of nearly every type. */
final class Ticket {
    static final String TABLE = "bench.ticket";

    private static final List<String> STATES = List.of("open", "waiting", "solved");
    private static final List<String> CAUSES = List.of("product", "usage", "network");
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
    private static final Instant FIRST_TIME = Instant.parse("2025-01-01T08:00:00Z");

    private Ticket() {}

    static Request.Create create(long n) {
        return new Request.Create(TABLE, Row.format("t%07d", n), values(n), Grounds.NONE);
    }

    private static Map<String, Object> values(long n) {
        SplittableRandom random = new SplittableRandom(n);
        Sample words = Sample.of(n);
        int day = random.nextInt(700);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("number", n);
        values.put("title", words.name() + " 工单");
        values.put("state", STATES.get(random.nextInt(STATES.size())));
        values.put("causes", CAUSES.subList(0, 1 + random.nextInt(CAUSES.size())));
        values.put("feature", Features.feature(random.nextInt(Features.ROWS)));
        values.put("product", Features.product(random.nextInt(Features.PRODUCTS)));
        values.put("owner", words.owner());
        values.put("opened", FIRST_DAY.plusDays(day));
        values.put("answered", FIRST_TIME.plusSeconds(day * 86_400L + random.nextInt(30_000)));
        values.put("billed", YearMonth.from(FIRST_DAY.plusDays(day)));
        values.put("cost", new Money(words.budget(), "CNY"));
        values.put("hours", BigDecimal.valueOf(random.nextInt(4_000), 1));
        values.put("done", BigDecimal.valueOf(random.nextInt(101), 2));
        values.put("urgent", random.nextInt(5) == 0);
        values.put("link", "https://tickets.example.com/" + n);
        values.put("note", words.note());
        return values;
    }
}
