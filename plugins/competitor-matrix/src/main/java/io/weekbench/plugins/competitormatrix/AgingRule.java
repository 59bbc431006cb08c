package io.weekbench.plugins.competitormatrix;

import io.weekbench.api.Edit;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Proposal;
import io.weekbench.api.Rule;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Leads each value to the half-life of its kind of source, and each product to the factor of its
 * pace. These stand in tables of their own, so that whoever changes one changes it from that day
 * on, and a report of a past day still ages by what stood there. A row comes with its first use.
 *
 * <p>The stock values are ours: what PostgreSQL does once a year, a major version, is the measure
 * (its versioning policy), and the rest is set against that. They are meant to be changed.
 *
 * @see <a href="https://www.postgresql.org/support/versioning/">Versioning policy</a>
 */
final class AgingRule implements Rule {
    private static final String UNSTATED = "unstated";

    private static final Map<String, Stock> HALF_LIVES =
            Map.of(
                    "documentation",
                    stock(365, "Documentation follows a yearly release. 文档随每年的大版本更新。"),
                    "release-notes",
                    stock(1460, "Says what one release brought; that stays so. 说的是某一版本带来的变化，不会再变。"),
                    "vendor-page",
                    stock(180, "Pages that sell change with every quarter's plan. 宣传页每季度随计划调整。"),
                    "own-test",
                    stock(365, "True of the version that was tried. 只对测试过的版本成立。"),
                    "third-party",
                    stock(180, "Somebody else's reading, and seldom kept up. 他人的解读，很少持续更新。"),
                    "hearsay",
                    stock(60, "Said in passing. 随口一说。"),
                    UNSTATED,
                    stock(365, "Nobody said what kind of source it is. 未注明来源类别。"));

    private static final Map<String, Stock> PACES =
            Map.of(
                    "continuous", stock("0.25", "Changes any day. 随时变化。"),
                    "monthly", stock("0.5", "Changes every month. 每月变化。"),
                    "quarterly", stock("0.75", "Changes every quarter. 每季度变化。"),
                    "yearly", stock("1", "The measure: one major version a year. 基准：一年一个大版本。"),
                    "slower", stock("1.5", "Changes less than once a year. 一年以上才变化一次。"));

    private record Stock(Object value, String basis) {}

    private static Stock stock(long days, String basis) {
        return new Stock(days, basis);
    }

    private static Stock stock(String factor, String basis) {
        return new Stock(new BigDecimal(factor), basis);
    }

    @Override
    public Set<String> tables() {
        return Set.of(CompetitorMatrix.CELL, CompetitorMatrix.PRODUCT, CompetitorMatrix.RELEASE);
    }

    @Override
    public int order() {
        return 20; // after the evidence, which says what a value rests on
    }

    @Override
    public void judge(Proposal proposal) {
        Map<String, ItemRef> rows = new HashMap<>(); // thousands of values lead to the same few
        for (Edit edit : proposal.edits()) {
            Item after = edit.after() == null ? null : proposal.get(edit.ref()).orElse(null);
            if (after == null) {
                continue;
            }
            switch (after.ref().table()) {
                case CompetitorMatrix.CELL ->
                        lead(proposal, rows, after, HALF_LIFE, Optional.of(kind(after)));
                case CompetitorMatrix.PRODUCT ->
                        lead(proposal, rows, after, PACE, after.text("pace"));
                default -> enter(proposal, edit, after);
            }
        }
    }

    private static String kind(Item cell) {
        return cell.text("sourceKind").orElse(UNSTATED);
    }

    /** A table of how things age. */
    private record Ages(String table, String key, String value, Map<String, Stock> stock) {}

    private static final Ages HALF_LIFE =
            new Ages(CompetitorMatrix.HALF_LIFE, "kind", "days", HALF_LIVES);
    private static final Ages PACE = new Ages(CompetitorMatrix.PACE, "pace", "factor", PACES);

    private static void lead(
            Proposal proposal,
            Map<String, ItemRef> rows,
            Item item,
            Ages ages,
            Optional<String> key) {
        ItemRef wanted = null;
        Stock stock = key.map(ages.stock()::get).orElse(null);
        if (key.isPresent() && stock != null) {
            wanted =
                    rows.computeIfAbsent(
                            ages.table() + "/" + key.get(),
                            none -> row(proposal, ages, key.get(), stock));
        }
        if (!item.reference("ages").equals(Optional.ofNullable(wanted))) {
            Map<String, @Nullable Object> set = new HashMap<>();
            set.put("ages", wanted);
            proposal.update(item.ref(), set);
        }
    }

    private static ItemRef row(Proposal proposal, Ages ages, String name, Stock stock) {
        return proposal.byKey(ages.table(), List.of(name))
                .map(Item::ref)
                .orElseGet(() -> create(proposal, ages, name, stock));
    }

    private static ItemRef create(Proposal proposal, Ages ages, String name, Stock stock) {
        return proposal.create(
                ages.table(),
                Map.of(ages.key(), name, ages.value(), stock.value(), "basis", stock.basis()));
    }

    /** A release is known of from the day it was entered. */
    private static void enter(Proposal proposal, Edit edit, Item release) {
        if (edit.creates() && release.date("addedOn").isEmpty()) {
            proposal.update(release.ref(), Map.of("addedOn", Today.of(proposal)));
        }
    }
}
