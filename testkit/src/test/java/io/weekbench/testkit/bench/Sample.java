package io.weekbench.testkit.bench;

import io.weekbench.api.Money;
import io.weekbench.api.Request;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Row number n of a table of demands, about 300 bytes and the same on each run: as values of an
 * item, as columns for SQLite, as a line of CSV.
 */
record Sample(
        String id,
        String name,
        String state,
        String owner,
        LocalDate promised,
        BigDecimal budget,
        long votes,
        String note) {
    static final String TABLE = "bench.demand";
    static final String HEADER = "name,state,owner,promised,budget,votes,note";

    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    private static final String[] STATES = {"planned", "started", "slipped", "done"};
    private static final String[] WORDS =
            ("replica lag region extension failover backup upgrade latency quota billing 内核 规格 "
                            + "实例 备份 升级 地域 插件 延迟 容灾 巡检")
                    .split(" ");

    static Sample of(long n) {
        SplittableRandom random = new SplittableRandom(n);
        return new Sample(
                Row.format("d%07d", n),
                "Demand " + n + " of " + word(random),
                STATES[random.nextInt(STATES.length)],
                "person" + random.nextInt(200),
                FIRST_DAY.plusDays(random.nextInt(1000)),
                BigDecimal.valueOf(random.nextInt(10_000_000), 2),
                random.nextInt(500),
                note(random));
    }

    private static String note(SplittableRandom random) {
        StringBuilder note = new StringBuilder();
        while (note.length() < 160) {
            note.append(word(random)).append(' ');
        }
        return note.toString().strip();
    }

    private static String word(SplittableRandom random) {
        return WORDS[random.nextInt(WORDS.length)];
    }

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", name);
        values.put("state", state);
        values.put("owner", owner);
        values.put("promised", promised);
        values.put("budget", new Money(budget, "CNY"));
        values.put("votes", votes);
        values.put("note", note);
        return values;
    }

    Request.Create create() {
        return new Request.Create(TABLE, id, values(), io.weekbench.api.Grounds.NONE);
    }

    List<String> columns() {
        return List.of(
                id,
                name,
                state,
                owner,
                promised.toString(),
                budget.toPlainString(),
                Long.toString(votes),
                note);
    }

    String csv() {
        List<String> columns = columns();
        return String.join(",", columns.subList(1, columns.size()));
    }
}
