package io.weekbench.plugins.partnerroadmap;

import io.weekbench.api.Briefing;
import io.weekbench.api.Item;
import io.weekbench.api.Query;
import io.weekbench.api.Section;
import io.weekbench.api.Snapshot;
import io.weekbench.api.Text;
import io.weekbench.api.Week;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The week's promises: what is due, which dates moved, and what was promised and has not come. */
final class PromiseSection implements Section {
    private static final String OPEN = "state == 'planned' || state == 'in-progress'";
    private static final int LINES = 20;

    @Override
    public String id() {
        return "promises";
    }

    @Override
    public Text label() {
        return new Text("Promises", "承诺");
    }

    @Override
    public Briefing say(Week week) {
        List<Item> open = open(week.after());
        List<Item> due = open.stream().filter(item -> isDue(item, week)).toList();
        List<Briefing.Line> slips = new ArrayList<>();
        open.forEach(item -> slip(item, week.before()).ifPresent(slips::add));
        List<Item> overdue = open.stream().filter(item -> isOverdue(item, week.today())).toList();
        List<Briefing.Line> changes = new ArrayList<>(first(slips));
        first(due).forEach(item -> changes.add(dueOn(item)));
        long openBefore = total(week.before());
        return openBefore == 0 && open.isEmpty()
                ? Briefing.NONE
                : new Briefing(
                        List.of(
                                Briefing.Figure.of(
                                        new Text("Open", "未完成"), open.size(), openBefore),
                                figure(new Text("Due this week", "本周到期"), due.size()),
                                figure(new Text("Slipped", "延期"), slips.size()),
                                figure(new Text("Overdue", "已逾期"), overdue.size())),
                        changes,
                        first(overdue).stream().map(PromiseSection::lateSince).toList());
    }

    private static Briefing.Figure figure(Text label, int count) {
        String number = Integer.toString(count);
        return new Briefing.Figure(label, new Text(number, number), null);
    }

    /** The soonest promised first. */
    private static List<Item> open(Snapshot snapshot) {
        List<Query.Sort> soonest = List.of(new Query.Sort("promised", false));
        List<Item> items = new ArrayList<>();
        long total;
        do {
            var page =
                    snapshot.query(
                            new Query(
                                    PartnerRoadmap.ITEM,
                                    OPEN,
                                    soonest,
                                    items.size(),
                                    Query.MAX_LIMIT));
            total = page.items().isEmpty() ? 0 : page.total();
            items.addAll(page.items());
        } while (items.size() < total);
        return items;
    }

    private static long total(Snapshot snapshot) {
        return snapshot.query(new Query(PartnerRoadmap.ITEM, OPEN, List.of(), 0, 0)).total();
    }

    private static Optional<LocalDate> promised(Item item) {
        return item.date("promised");
    }

    private static boolean isDue(Item item, Week week) {
        return promised(item).filter(week::contains).isPresent();
    }

    private static boolean isOverdue(Item item, LocalDate today) {
        return promised(item).filter(today::isAfter).isPresent();
    }

    /** Where its date is later than it was when the week began. */
    private static Optional<Briefing.Line> slip(Item item, Snapshot before) {
        Optional<LocalDate> was = before.get(item.ref()).flatMap(PromiseSection::promised);
        Optional<LocalDate> now = promised(item);
        if (was.isEmpty() || now.isEmpty() || !now.get().isAfter(was.get())) {
            return Optional.empty();
        }
        String days = was.get() + " → " + now.get();
        long by = ChronoUnit.DAYS.between(was.get(), now.get());
        return Optional.of(
                line(
                        item,
                        ": " + days + ", " + by + " days later",
                        "：" + days + "，延期 " + by + " 天"));
    }

    private static Briefing.Line dueOn(Item item) {
        LocalDate day = promised(item).orElseThrow();
        return line(item, " is due on " + day, "：" + day + " 到期");
    }

    private static Briefing.Line lateSince(Item item) {
        LocalDate day = promised(item).orElseThrow();
        return line(
                item,
                " was promised for " + day + ": ask whether it came, or for a new date",
                "：承诺 " + day + " 交付，请核实是否已交付，或索取新日期");
    }

    private static Briefing.Line line(Item item, String en, String zh) {
        String name = item.text("name").orElse(item.ref().id());
        return new Briefing.Line(new Text(name + en, name + zh), item.ref());
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(LINES, all.size()));
    }
}
