package io.weekbench.host.expression;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Dates, months and times. Days are those of the clock's zone. */
final class Dates {
    private Dates() {}

    static void addTo(List<Operation> all) {
        addClock(all);
        addDifferences(all);
        addSums(all);
        addParts(all);
        add(all, Kind.DATE, "date", v -> LocalDate.parse((String) v[0]), Kind.TEXT);
        add(all, Kind.MONTH, "month", v -> YearMonth.parse((String) v[0]), Kind.TEXT);
        add(all, Kind.DATETIME, "datetime", v -> Instant.parse((String) v[0]), Kind.TEXT);
    }

    private static void addClock(List<Operation> all) {
        addTimed(all, Kind.DATE, "today", (clock, v) -> LocalDate.now(clock));
        addTimed(
                all,
                Kind.DATETIME,
                "now",
                (clock, v) -> clock.instant().truncatedTo(ChronoUnit.MILLIS));
        addTimed(
                all,
                Kind.DATE,
                "date",
                (clock, v) -> LocalDate.ofInstant((Instant) v[0], clock.getZone()),
                Kind.DATETIME);
    }

    private static void addTimed(
            List<Operation> all,
            Kind result,
            String name,
            Operation.TimedWork work,
            Kind... arguments) {
        all.add(
                new Operation(
                        name, false, result, List.of(arguments), new Operation.Timed(work), false));
    }

    private static void addDifferences(List<Operation> all) {
        add(
                all,
                Kind.INTEGER,
                "days",
                v -> ((LocalDate) v[0]).until((LocalDate) v[1], ChronoUnit.DAYS),
                Kind.DATE,
                Kind.DATE);
        add(
                all,
                Kind.INTEGER,
                "days",
                v -> ((Instant) v[0]).until((Instant) v[1], ChronoUnit.DAYS),
                Kind.DATETIME,
                Kind.DATETIME);
        add(
                all,
                Kind.INTEGER,
                "months",
                v -> ((LocalDate) v[0]).until((LocalDate) v[1], ChronoUnit.MONTHS),
                Kind.DATE,
                Kind.DATE);
        add(
                all,
                Kind.INTEGER,
                "months",
                v -> ((YearMonth) v[0]).until((YearMonth) v[1], ChronoUnit.MONTHS),
                Kind.MONTH,
                Kind.MONTH);
    }

    private static void addSums(List<Operation> all) {
        add(
                all,
                Kind.DATE,
                "_+_",
                v -> ((LocalDate) v[0]).plusDays((Long) v[1]),
                Kind.DATE,
                Kind.INTEGER);
        add(
                all,
                Kind.DATE,
                "_-_",
                v -> ((LocalDate) v[0]).minusDays((Long) v[1]),
                Kind.DATE,
                Kind.INTEGER);
        add(
                all,
                Kind.MONTH,
                "_+_",
                v -> ((YearMonth) v[0]).plusMonths((Long) v[1]),
                Kind.MONTH,
                Kind.INTEGER);
        add(
                all,
                Kind.MONTH,
                "_-_",
                v -> ((YearMonth) v[0]).minusMonths((Long) v[1]),
                Kind.MONTH,
                Kind.INTEGER);
        add(
                all,
                Kind.DATE,
                "add_months",
                v -> ((LocalDate) v[0]).plusMonths((Long) v[1]),
                Kind.DATE,
                Kind.INTEGER);
    }

    private static void addParts(List<Operation> all) {
        add(all, Kind.MONTH, "month", v -> YearMonth.from((LocalDate) v[0]), Kind.DATE);
        add(all, Kind.INTEGER, "year", v -> (long) ((LocalDate) v[0]).getYear(), Kind.DATE);
        add(all, Kind.INTEGER, "year", v -> (long) ((YearMonth) v[0]).getYear(), Kind.MONTH);
        add(all, Kind.DATE, "first_day", v -> ((YearMonth) v[0]).atDay(1), Kind.MONTH);
        add(all, Kind.DATE, "last_day", v -> ((YearMonth) v[0]).atEndOfMonth(), Kind.MONTH);
    }

    private static void add(
            List<Operation> all, Kind result, String name, Operation.Work work, Kind... arguments) {
        all.add(new Operation(name, false, result, List.of(arguments), work, true));
    }
}
