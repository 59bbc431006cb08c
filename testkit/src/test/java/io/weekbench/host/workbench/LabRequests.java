package io.weekbench.host.workbench;

import io.weekbench.api.Grounds;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Money;
import io.weekbench.api.Request;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Fills and changes the tracker {@code lab}, drawn from a seed. */
final class LabRequests {
    static final String[] WORDS = {
        "数据库",
        "数据",
        "据库",
        "内核",
        "规格",
        "延期",
        "云厂商",
        "region",
        "Regions",
        "failover",
        "PG17",
        "ＰＧ17",
        "备份恢复",
        "恢复",
        "库",
        "replica lag",
        "naïve",
        "😀",
        "ﬁne",
        "a",
        "Z",
        "z"
    };

    private final Random random;
    private final List<String> teams = new ArrayList<>();
    private final List<String> works = new ArrayList<>();
    private int made;

    LabRequests(long seed) {
        this.random = new Random(seed);
    }

    Request.Batch batch() {
        List<Request> requests = new ArrayList<>();
        for (int left = 1 + random.nextInt(12); left > 0; left--) {
            requests.add(one());
        }
        return new Request.Batch("lab", requests);
    }

    private Request one() {
        int dice = random.nextInt(20);
        if (teams.size() < 3 || dice == 0) {
            return create("team", teams, team());
        } else if (works.size() < 30 || dice < 9) {
            return create("work", works, work());
        } else if (dice == 9 && works.size() > 40) {
            return delete("work", works);
        } else if (dice < 12) {
            return update("team", teams, team());
        }
        return update("work", works, work());
    }

    private Request create(String table, List<String> ids, Map<String, Object> values) {
        // Now and then one that was there before, and was deleted.
        String id = table + (random.nextInt(5) == 0 ? random.nextInt(made + 1) : made++);
        if (ids.contains(id)) {
            return update(table, ids, values);
        }
        ids.add(id);
        values.values().removeIf(java.util.Objects::isNull);
        values.putIfAbsent("name", text());
        return new Request.Create("lab." + table, id, values, Grounds.NONE);
    }

    private Request update(String table, List<String> ids, Map<String, @Nullable Object> values) {
        values.keySet().removeIf(field -> random.nextInt(4) > 0);
        values.remove("name", null);
        return new Request.Update(pick(table, ids), Request.ANY, values);
    }

    private Request delete(String table, List<String> ids) {
        ItemRef gone = pick(table, ids);
        ids.remove(gone.id());
        return new Request.Delete(gone, Request.ANY);
    }

    private ItemRef pick(String table, List<String> ids) {
        return new ItemRef("lab." + table, ids.get(random.nextInt(ids.size())));
    }

    private Map<String, @Nullable Object> team() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("name", text());
        values.put("kind", maybe(random.nextBoolean() ? "zeta" : "alpha"));
        return values;
    }

    private Map<String, @Nullable Object> work() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("name", text());
        values.put("team", maybe(pick("team", teams)));
        values.put("helpers", maybe(List.of(pick("team", teams), pick("team", teams))));
        values.put("state", maybe(List.of("open", "late", "done").get(random.nextInt(3))));
        values.put("tags", maybe(List.of("urgent", "big", "cheap").subList(0, random.nextInt(4))));
        values.put("note", maybe(text() + " " + text() + "\n\n" + text()));
        values.put("owner", maybe(random.nextBoolean() ? "林夏" : "Lin"));
        values.put("link", maybe("https://example.org/" + random.nextInt(9)));
        values.put("votes", maybe((long) random.nextInt(11) - 3));
        values.put("hours", maybe(number()));
        values.put("cost", maybe(new Money(number(), "CNY")));
        values.put("share", maybe(number()));
        values.put("urgent", maybe(random.nextBoolean()));
        values.put("due", maybe(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(9))));
        values.put("period", maybe(YearMonth.of(2026, 1 + random.nextInt(12))));
        values.put("seen", maybe(Instant.ofEpochSecond(random.nextInt(1000) - 500L)));
        return values;
    }

    private @Nullable Object maybe(Object value) {
        return random.nextInt(5) == 0 ? null : value;
    }

    private BigDecimal number() {
        BigDecimal small =
                new BigDecimal(random.nextInt(400) - 200).movePointLeft(random.nextInt(4));
        return switch (random.nextInt(40)) {
            case 0 -> small.movePointRight(20);
            case 1 -> small.movePointLeft(20);
            default -> small;
        };
    }

    private String text() {
        StringBuilder text = new StringBuilder(WORDS[random.nextInt(WORDS.length)]);
        for (int more = random.nextInt(4); more > 0; more--) {
            text.append(random.nextBoolean() ? " " : "")
                    .append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }
}
