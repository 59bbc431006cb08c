package io.weekbench.plugins.partnerroadmap;

import io.weekbench.api.Edit;
import io.weekbench.api.Evidence;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Origin;
import io.weekbench.api.Proposal;
import io.weekbench.api.Question;
import io.weekbench.api.Text;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A promised date that goes from one day to another: why, and its row of the ledger.
 *
 * <p>A person is asked for a kind of reason, which can be counted, and for words. Whoever gives the
 * words with the date, as the form and programs do, is not asked for the kind: then it is noted as
 * not stated.
 */
record Move(Proposal proposal, Edit edit, LocalDate from, LocalDate to, LocalDate today) {
    static final String NO_REASON = "来源未说明原因 (the source gives no reason)";
    static final String CAUSE = "slip-cause";
    static final String REASON = "slip-reason";
    static final int LONGEST_REASON = 500;

    private static final String NOT_STATED = "not-stated";
    private static final int LONGEST_NAME = 120;

    private static final List<Question.Choice> CAUSES =
            List.of(
                    choice("scope", "Scope grew", "范围扩大"),
                    choice("people", "People", "人力"),
                    choice("upstream", "Upstream", "上游"),
                    choice("quality", "Quality", "质量"),
                    choice("policy", "Policy", "政策调整"),
                    choice("we-asked", "We asked", "我方提出"),
                    choice(NOT_STATED, "Not stated", "未说明"));

    private static Question.Choice choice(String id, String en, String zh) {
        return new Question.Choice(id, new Text(en, zh));
    }

    /** Asks why, or writes it down where that is known. */
    void note(Ledger ledger) {
        Item item = Objects.requireNonNull(edit.after());
        Optional<String> given = item.text("reason").filter(words -> edit.changes("reason"));
        if (given.isPresent()) {
            add(ledger, answer(CAUSE).filter(Move::isCause).orElse(NOT_STATED), given.get());
        } else if (proposal.origin().kind() == Origin.Kind.PERSON) {
            noteAnswer(ledger);
        } else {
            if (item.text("reason").isEmpty()) {
                proposal.update(edit.ref(), Map.of("reason", NO_REASON));
            }
            add(ledger, NOT_STATED, NO_REASON);
        }
    }

    private void noteAnswer(Ledger ledger) {
        Optional<String> cause = answer(CAUSE).filter(Move::isCause);
        Optional<String> words = answer(REASON).filter(text -> text.length() <= LONGEST_REASON);
        if (cause.isEmpty()) {
            proposal.ask(edit, "promised", CAUSE, question(), CAUSES);
        }
        if (words.isEmpty()) {
            Text text = new Text("In words (at most 500 characters):", "具体说明（至多 500 字）：");
            proposal.ask(edit, "promised", REASON, text, List.of());
        }
        if (cause.isPresent() && words.isPresent()) {
            proposal.update(edit.ref(), Map.of("reason", words.get()));
            add(ledger, cause.get(), words.get());
        }
    }

    private Optional<String> answer(String code) {
        return Optional.ofNullable(edit.grounds().answers().get(code))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static boolean isCause(String id) {
        return CAUSES.stream().anyMatch(cause -> cause.id().equals(id));
    }

    private Text question() {
        long days = ChronoUnit.DAYS.between(from, to);
        long by = Math.abs(days);
        String en = by + (by == 1 ? " day. Why?" : " days. Why?");
        return days > 0
                ? new Text("This moves the promise by +" + en, "承诺日期推后 " + by + " 天，为什么？")
                : new Text("This brings the promise forward by " + en, "承诺日期提前 " + by + " 天，为什么？");
    }

    /**
     * The same date said twice on a day is one row, which counts again where it was taken back in
     * between.
     */
    private void add(Ledger ledger, String cause, String reason) {
        List<Object> key = List.of(edit.ref(), Ledger.ARRIVAL, today, to);
        Optional<ItemRef> said = proposal.byKey(Ledger.TABLE, key).map(Item::ref);
        Optional<ItemRef> takenBack = said.flatMap(ledger::reversal);
        if (said.isEmpty() || takenBack.isPresent()) {
            Map<String, Object> row = row(cause, reason);
            takenBack.ifPresent(reversal -> row.put(Ledger.REVERSES, reversal));
            proposal.create(Ledger.TABLE, row);
        }
    }

    private Map<String, Object> row(String cause, String reason) {
        Map<String, Object> row = new HashMap<>();
        row.put("item", edit.ref());
        row.put("about", Ledger.ARRIVAL);
        row.put("promised", to);
        row.put("previous", from);
        row.put("saidOn", today);
        row.put("saidBy", saidBy());
        row.put("cause", cause);
        row.put("reason", reason);
        edit.grounds().evidence().stream()
                .map(Evidence::address)
                .filter(address -> address.startsWith("https://") || address.startsWith("http://"))
                .findFirst()
                .ifPresent(address -> row.put("source", address));
        return row;
    }

    private String saidBy() {
        String origin = proposal.origin().name();
        boolean isPerson = proposal.origin().kind() == Origin.Kind.PERSON;
        String name = isPerson || origin.isBlank() ? proposal.actor() : origin;
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }
}
