package io.weekbench.host.workbench;

import io.weekbench.api.Grouping;
import io.weekbench.api.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Asks the tracker {@code lab} all sorts of things, drawn from a seed. */
final class LabQuestions {
    private static final List<String> CONDITIONS =
            List.of(
                    "state == 'open'",
                    "state != 'open'",
                    "state < 'late'",
                    "state in ['open', 'late']",
                    "!(state in ['open', 'late'])",
                    "has_value(team)",
                    "!has_value(note)",
                    "votes > 2",
                    "votes <= 2.5",
                    "2 != votes",
                    "!(votes >= 0)",
                    "votes in [1, 2, 3]",
                    "hours > 0.5",
                    "hours == 1",
                    "worth >= hours",
                    "worth < 3.5",
                    "cost < money(10.0, \"CNY\")",
                    "cost != money(10.0, \"CNY\")",
                    "cost < money(10.0, \"USD\")",
                    "share == 0.1",
                    "urgent",
                    "!urgent",
                    "urgent == (votes > 3)",
                    "due < date(\"2026-01-05\")",
                    "due == today()",
                    "due - 2 < today()",
                    "due != date(\"2026-01-02\")",
                    "period > month(\"2026-05\")",
                    "month(due) == month(\"2026-01\")",
                    "seen < datetime(\"1970-01-01T00:00:00.5Z\")",
                    "seen < now()",
                    "daysLeft > 1",
                    "name.contains('数据')",
                    "name.startsWith('a')",
                    "name < '库'",
                    "name == 'Z'",
                    "lower(name) == 'z'",
                    "owner == '林夏'",
                    "size(note) > 20",
                    "note.matches('内核|Re')",
                    "link.endsWith('3')",
                    "'urgent' in tags",
                    "!('urgent' in tags)",
                    "size(tags) == 2",
                    "team == 'lab.team/team1'",
                    "team != 'lab.team/team1'",
                    "'lab.team/team0' in helpers",
                    "teamKind == 'zeta'",
                    "teamOpen > 1",
                    "crowded",
                    "(has_value(votes) ? votes : 0) == 0",
                    "votes > 3 ? urgent : !urgent",
                    "paper == 'x'");

    private static final List<String> TEAM_CONDITIONS =
            List.of(
                    "works > 5",
                    "open == 0",
                    "spent > money(0.0, \"CNY\")",
                    "kind == 'alpha'",
                    "latest > date(\"2026-01-06\")",
                    "has_value(latest)");

    private static final List<String> FIELDS =
            List.of(
                    "name",
                    "team",
                    "helpers",
                    "state",
                    "tags",
                    "note",
                    "owner",
                    "votes",
                    "hours",
                    "cost",
                    "share",
                    "urgent",
                    "due",
                    "period",
                    "seen",
                    "paper",
                    "worth",
                    "daysLeft",
                    "teamKind",
                    "teamOpen",
                    "crowded");

    private static final List<String> TEAM_FIELDS =
            List.of("name", "kind", "works", "open", "spent", "latest");

    private static final List<String> NUMBERS = List.of("votes", "hours", "cost", "share", "worth");

    private final Random random;

    LabQuestions(long seed) {
        random = new Random(seed);
    }

    Query query() {
        boolean team = random.nextInt(5) == 0;
        int limit = random.nextBoolean() ? 2_000 : 1 + random.nextInt(9);
        return new Query(
                team ? "lab.team" : "lab.work",
                condition(team ? TEAM_CONDITIONS : CONDITIONS),
                text(),
                sorts(team ? TEAM_FIELDS : FIELDS),
                random.nextInt(3) == 0 ? random.nextInt(30) : 0,
                limit);
    }

    Grouping grouping() {
        boolean team = random.nextInt(5) == 0;
        List<String> fields = team ? TEAM_FIELDS : FIELDS;
        List<String> by = new ArrayList<>();
        for (int left = random.nextInt(3); left > 0; left--) {
            by.add(pick(fields));
        }
        List<Grouping.Figure> figures = new ArrayList<>();
        for (int left = random.nextInt(4); left > 0; left--) {
            figures.add(figure(team));
        }
        return new Grouping(
                team ? "lab.team" : "lab.work",
                condition(team ? TEAM_CONDITIONS : CONDITIONS),
                text(),
                by.stream().distinct().toList(),
                figures.stream().distinct().toList());
    }

    private Grouping.Figure figure(boolean team) {
        Grouping.Function function =
                Grouping.Function.values()[random.nextInt(Grouping.Function.values().length)];
        if (team) {
            return new Grouping.Figure(function, random.nextBoolean() ? "works" : "spent");
        }
        boolean order = function == Grouping.Function.MIN || function == Grouping.Function.MAX;
        return new Grouping.Figure(
                function,
                order && random.nextBoolean()
                        ? pick(List.of("name", "due", "period", "seen"))
                        : pick(NUMBERS));
    }

    private String condition(List<String> conditions) {
        return switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> pick(conditions) + " && " + pick(conditions);
            case 2 -> "(" + pick(conditions) + ") || !(" + pick(conditions) + ")";
            case 3 -> "!(" + pick(conditions) + " || " + pick(conditions) + ")";
            default -> pick(conditions);
        };
    }

    private String text() {
        return switch (random.nextInt(9)) {
            case 0 -> pick(List.of(LabRequests.WORDS));
            case 1 -> pick(List.of(LabRequests.WORDS)) + "　" + pick(List.of(LabRequests.WORDS));
            case 2 -> pick(List.of("。", "延期 数据", "紧急", "open source", "林夏", "example.org", "pg"));
            default -> "";
        };
    }

    private List<Query.Sort> sorts(List<String> fields) {
        List<Query.Sort> sorts = new ArrayList<>();
        for (int left = random.nextInt(3); left > 0; left--) {
            sorts.add(new Query.Sort(pick(fields), random.nextBoolean()));
        }
        return sorts;
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
