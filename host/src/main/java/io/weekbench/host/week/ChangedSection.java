package io.weekbench.host.week;

import io.weekbench.api.Briefing;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Section;
import io.weekbench.api.Snapshot;
import io.weekbench.api.Text;
import io.weekbench.api.Week;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.TableSpec;
import io.weekbench.host.tracker.TrackerSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What the host says of any tracker: which items of each table came, changed and went. */
final class ChangedSection implements Section {
    private static final int LINES = 20;

    private final TrackerSpec tracker;
    private final Touched touched;
    private final Catalog catalog;

    ChangedSection(TrackerSpec tracker, Touched touched, Catalog catalog) {
        this.tracker = tracker;
        this.touched = touched;
        this.catalog = catalog;
    }

    @Override
    public String id() {
        return "changed";
    }

    @Override
    public Text label() {
        return new Text("What changed", "变化");
    }

    @Override
    public Briefing say(Week week) {
        List<Briefing.Figure> figures = new ArrayList<>();
        List<Briefing.Line> lines = new ArrayList<>();
        for (TableSpec table : tracker.tables()) {
            Map<ItemRef, Touched.Fate> fates = touched.in(table.id());
            if (table.history() && !table.retired() && !fates.isEmpty()) {
                new OneTable(table, week, fates).say(figures, lines);
            }
        }
        return new Briefing(figures, lines, List.of());
    }

    /** What is said of one table. */
    private final class OneTable {
        private final TableSpec table;
        private final Snapshot before;
        private final Snapshot after;
        private final Map<ItemRef, Touched.Fate> fates;

        OneTable(TableSpec table, Week week, Map<ItemRef, Touched.Fate> fates) {
            this.table = table;
            this.before = week.before();
            this.after = week.after();
            this.fates = fates;
        }

        void say(List<Briefing.Figure> figures, List<Briefing.Line> lines) {
            long came = count(Touched.Fate.CAME);
            long changed = count(Touched.Fate.CHANGED);
            long went = count(Touched.Fate.WENT);
            if (came + changed + went > 0) {
                figures.add(new Briefing.Figure(table.label(), counts(came, changed, went), null));
                lines(lines, came + changed + went);
            }
        }

        private long count(Touched.Fate fate) {
            return fates.values().stream().filter(fate::equals).count();
        }

        private static Text counts(long came, long changed, long went) {
            List<String> en = new ArrayList<>();
            List<String> zh = new ArrayList<>();
            add(came, " new", "新增 ", en, zh);
            add(changed, " changed", "修改 ", en, zh);
            add(went, " removed", "移除 ", en, zh);
            return new Text(String.join(", ", en), String.join("，", zh));
        }

        private static void add(
                long count, String en, String zh, List<String> english, List<String> chinese) {
            if (count > 0) {
                english.add(count + en);
                chinese.add(zh + count);
            }
        }

        private void lines(List<Briefing.Line> lines, long all) {
            fates.entrySet().stream()
                    .filter(one -> one.getValue() != Touched.Fate.PASSED)
                    .limit(LINES)
                    .forEach(one -> line(one.getKey(), one.getValue()).ifPresent(lines::add));
            if (all > LINES) {
                long more = all - LINES;
                lines.add(
                        new Briefing.Line(
                                new Text(
                                        table.label().en() + ": " + more + " more",
                                        table.label().zh() + "：另有 " + more + " 项"),
                                null));
            }
        }

        private Optional<Briefing.Line> line(ItemRef ref, Touched.Fate fate) {
            Optional<Item> was = before.get(ref);
            Optional<Item> now = after.get(ref);
            return switch (fate) {
                case CAME -> now.map(item -> named("New: ", "新增：", item));
                case WENT -> was.map(item -> named("Removed: ", "移除：", item));
                case CHANGED ->
                        was.isPresent() && now.isPresent()
                                ? changed(was.get(), now.get())
                                : Optional.empty();
                case PASSED -> Optional.empty();
            };
        }

        private Briefing.Line named(String en, String zh, Item item) {
            Text title = new Wording(after, catalog).title(table, item);
            return new Briefing.Line(
                    new Text(
                            table.label().en() + " — " + en + title.en(),
                            table.label().zh() + " — " + zh + title.zh()),
                    item.ref());
        }

        /** Empty where it stands as it stood: what was done to it was undone. */
        private Optional<Briefing.Line> changed(Item was, Item now) {
            Wording old = new Wording(before, catalog);
            Wording today = new Wording(after, catalog);
            List<String> en = new ArrayList<>();
            List<String> zh = new ArrayList<>();
            for (FieldSpec field : table.fields()) {
                Object left = was.values().get(field.id());
                Object right = now.values().get(field.id());
                if (field.isStored() && !field.retired() && !Objects.equals(left, right)) {
                    Text from = old.of(field, left);
                    Text to = today.of(field, right);
                    en.add(field.label().en() + " " + from.en() + " → " + to.en());
                    zh.add(field.label().zh() + " " + from.zh() + " → " + to.zh());
                }
            }
            Text title = today.title(table, now);
            return en.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Briefing.Line(
                                    new Text(
                                            title.en() + ": " + String.join("; ", en),
                                            title.zh() + "：" + String.join("；", zh)),
                                    now.ref()));
        }
    }
}
