package io.weekbench.plugins.competitormatrix;

import io.weekbench.api.Edit;
import io.weekbench.api.Evidence;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Proposal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a file, a feed or another plugin states of a value. It is one more source: noted, and
 * weighed against the others ({@link Weighing}), so that what came last does not win and the order
 * of imports does not matter. What a person decided stays as it is, until the very source they
 * relied on says otherwise.
 */
final class Reported {
    private static final List<String> STATES =
            List.of("state", "evidence", "verifiedOn", "sourceKind", "unsupported", "note");

    private final Proposal proposal;
    private final Edit edit;
    private final Item cell;
    private final Sources sources;

    Reported(Proposal proposal, Edit edit, Item cell) {
        this.proposal = proposal;
        this.edit = edit;
        this.cell = cell;
        this.sources = new Sources(proposal);
    }

    void judge() {
        if (!edit.creates() && STATES.stream().noneMatch(edit::changes)) {
            return;
        }
        if (putsWordsIntoAMouth()) {
            Decided.refuse(proposal, edit);
            return;
        }
        if (edit.creates() && isWeighed()) {
            return; // judged again because of what this very rule added
        }
        note();
        Item before = edit.before();
        if (before != null && isDecided(proposal, before)) {
            keep(before);
        } else if (!weigh(proposal, cell)) {
            promiseLeast();
        }
    }

    /** Another state, of a source that is neither named anew nor read on another day. */
    private boolean putsWordsIntoAMouth() {
        return !edit.creates()
                && edit.changes("state")
                && !edit.changes("evidence")
                && !edit.changes("verifiedOn")
                && cell.text("evidence").isPresent()
                && edit.grounds().evidence().isEmpty()
                && sources.at(cell.ref(), cell.text("evidence").get())
                        .filter(known -> known.says().equals(state()))
                        .isEmpty();
    }

    private boolean isWeighed() {
        return cell.text("evidence")
                .flatMap(address -> sources.at(cell.ref(), address))
                .filter(one -> one.isGroundOf(cell))
                .isPresent();
    }

    private String state() {
        return cell.text("state").orElse(Claim.UNKNOWN);
    }

    private void note() {
        List<Evidence> brought = edit.grounds().evidence();
        for (Evidence one : brought) {
            LocalDate found = one.foundOn();
            note(one.address(), found == null ? day() : found, one.quote());
        }
        boolean named = edit.creates() || edit.changes("evidence") || edit.changes("verifiedOn");
        cell.text("evidence")
                .filter(address -> named || edit.changes("sourceKind"))
                .filter(address -> brought.stream().noneMatch(it -> it.address().equals(address)))
                .ifPresent(address -> note(address, day(), ""));
    }

    private LocalDate day() {
        return cell.date("verifiedOn").orElseGet(() -> Today.of(proposal));
    }

    private void note(String address, LocalDate foundOn, String quote) {
        String by = edit.changes("verifiedBy") ? cell.text("verifiedBy").orElse(null) : null;
        sources.note(
                cell.ref(),
                new Statement(
                        address,
                        state(),
                        foundOn,
                        cell.text("sourceKind").orElse(null),
                        quote.isBlank() ? null : quote,
                        cell.text("note").orElse(null),
                        by == null ? proposal.actor() : by,
                        null));
    }

    /** Whether a person has stated it, and what they relied on still says the same. */
    private static boolean isDecided(Proposal proposal, Item value) {
        return value.date("decidedOn").isPresent()
                && value.text("evidence")
                        .flatMap(address -> new Sources(proposal).at(value.ref(), address))
                        .filter(
                                own ->
                                        own.stands()
                                                && !value.text("state")
                                                        .equals(Optional.of(own.says())))
                        .isEmpty();
    }

    /** As it was; but what was found to say the same since then verifies it anew. */
    private void keep(Item before) {
        Map<String, @Nullable Object> set = new HashMap<>();
        for (String field : List.of("state", "unsupported", "decidedOn", "decision")) {
            set.put(field, before.values().get(field));
        }
        Optional<Statement> since =
                sources.of(cell.ref()).stream()
                        .filter(Statement::stands)
                        .filter(one -> one.says().equals(before.values().get("state")))
                        .max(
                                Comparator.comparing(Statement::foundOn)
                                        .thenComparing(Statement.BY_WORTH))
                        .filter(
                                one ->
                                        before.date("verifiedOn")
                                                .filter(day -> !one.foundOn().isAfter(day))
                                                .isEmpty());
        if (since.isPresent()) {
            rest(set, since);
        } else {
            for (String field : List.of("evidence", "verifiedOn", "verifiedBy", "sourceKind")) {
                set.put(field, before.values().get(field));
            }
        }
        proposal.update(cell.ref(), set);
    }

    /** Says of the value what its sources come to; false where there are none. */
    static boolean weigh(Proposal proposal, Item cell) {
        List<Statement> known = new Sources(proposal).of(cell.ref());
        Optional<Weighing> weighed = Weighing.of(known);
        weighed.ifPresent(found -> say(proposal, cell, found, known));
        return weighed.isPresent();
    }

    private static void say(Proposal proposal, Item cell, Weighing weighed, List<Statement> known) {
        Map<String, @Nullable Object> set = new HashMap<>();
        set.put("state", weighed.state());
        set.put("unsupported", null);
        set.put("decidedOn", null);
        rest(set, weighed.rests());
        known.stream()
                .filter(one -> one.stands() && one.says().equals(weighed.state()))
                .filter(one -> one.note() != null)
                .max(Statement.BY_WORTH)
                .ifPresent(one -> set.put("note", one.note()));
        if (weighed.state().equals("partial")
                && set.get("note") == null
                && cell.text("note").isEmpty()) {
            weighed.rests().ifPresent(one -> set.put("note", limits(one)));
        }
        proposal.update(cell.ref(), set);
    }

    private static void rest(Map<String, @Nullable Object> set, Optional<Statement> source) {
        set.put("evidence", source.map(Statement::address).orElse(null));
        set.put("verifiedOn", source.map(Statement::foundOn).orElse(null));
        set.put("verifiedBy", source.map(Statement::foundBy).orElse(null));
        set.put("sourceKind", source.map(Statement::kind).orElse(null));
    }

    /** A partial value says what its limits are, and be it in its source's words. */
    private static String limits(Statement source) {
        String quote = source.quote();
        return quote == null ? source.address() : quote;
    }

    /**
     * No source says anything. Of two claims that nobody supports the one that promises less stays;
     * an unknown says nothing, and takes nothing back.
     */
    private void promiseLeast() {
        Item before = edit.before();
        String said = before == null ? Claim.UNKNOWN : before.text("state").orElse(Claim.UNKNOWN);
        boolean isFirst = said.equals(Claim.UNKNOWN);
        boolean isLess = Claim.promise(state()) < Claim.promise(said);
        String least = isFirst || (isLess && !state().equals(Claim.UNKNOWN)) ? state() : said;
        if (!Claim.is(least)) {
            update(least, null);
        } else if (Claim.isUnsupported(cell) || (before != null && Claim.isUnsupported(before))) {
            update(least, true);
        } else {
            Decided.refuse(proposal, edit);
        }
    }

    private void update(String state, @Nullable Boolean unsupported) {
        Map<String, @Nullable Object> set = new HashMap<>();
        set.put("state", state);
        set.put("unsupported", unsupported);
        if (Claim.is(state)) {
            rest(set, Optional.empty());
        }
        proposal.update(cell.ref(), set);
    }

    /** The value a row of the evidence table is about, where no person has decided it. */
    static Optional<Item> undecided(Proposal proposal, ItemRef cell) {
        return proposal.get(cell).filter(value -> !isDecided(proposal, value));
    }
}
