package io.weekbench.plugins.competitormatrix;

import io.weekbench.api.Edit;
import io.weekbench.api.Evidence;
import io.weekbench.api.Item;
import io.weekbench.api.Origin;
import io.weekbench.api.Proposal;
import io.weekbench.api.Text;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person states of a value: its source is the one named, else what the edit brings, else
 * what was found before, else it is asked for. Sources they decide against are set aside, and kept.
 */
final class Decided {
    private static final String QUESTION = "evidence";
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/]+\\S*");

    private final Proposal proposal;
    private final Edit edit;
    private final Item cell;
    private final Sources sources;
    private final List<Evidence> brought;

    Decided(Proposal proposal, Edit edit, Item cell) {
        this.proposal = proposal;
        this.edit = edit;
        this.cell = cell;
        this.sources = new Sources(proposal);
        this.brought = edit.grounds().evidence();
    }

    void judge() {
        Optional<String> claim = Claim.of(cell);
        if (claim.isEmpty()) {
            leaveOpen();
            return;
        }
        Optional<Evidence> source = source(claim.get());
        if (source.isPresent()) {
            state(claim.get(), source.get());
        } else if (Claim.isUnsupported(cell)) {
            mark();
        } else {
            demand();
        }
    }

    private boolean isNow() {
        return proposal.origin().kind() == Origin.Kind.PERSON;
    }

    /** Nothing is claimed: unknown, or not applicable. */
    private void leaveOpen() {
        Map<String, @Nullable Object> set = new HashMap<>();
        set.put("unsupported", null);
        boolean unknown = cell.text("state").filter(Claim.UNKNOWN::equals).isPresent();
        if (isNow() && decides()) {
            setAside(cell.text("state").orElse(Claim.UNKNOWN));
            set.put("decidedOn", Today.of(proposal));
        } else if (isNow() && unknown && edit.changes("state")) {
            set.put("decidedOn", null);
        }
        proposal.update(cell.ref(), set);
    }

    private void mark() {
        Map<String, @Nullable Object> set = new HashMap<>();
        for (String field : List.of("verifiedOn", "verifiedBy", "sourceKind", "decidedOn")) {
            set.put(field, null);
        }
        proposal.update(cell.ref(), set);
    }

    private void state(String state, Evidence source) {
        LocalDate verifiedOn =
                isRestated()
                        ? Today.of(proposal)
                        : cell.date("verifiedOn").orElseGet(() -> foundOn(source));
        String kind = kind(source.address()).orElse(null);
        Map<String, @Nullable Object> set = new HashMap<>();
        set.put("evidence", source.address());
        set.put("verifiedOn", verifiedOn);
        set.put("sourceKind", kind);
        set.put("unsupported", null);
        if (isNow() && isVerified()) {
            set.put("decidedOn", Today.of(proposal));
            if (!edit.changes("verifiedBy")) {
                set.put("verifiedBy", proposal.actor());
            }
        }
        proposal.update(cell.ref(), set);
        if (isVerified()) {
            note(state, source, verifiedOn, kind);
        }
        brought.stream()
                .filter(other -> !other.address().equals(source.address()))
                .forEach(other -> note(state, other, verifiedOn, null));
        if (isNow() && decides()) {
            setAside(state);
        }
    }

    /** Whether somebody looked, as opposed to adding an owner or a note. */
    private boolean isVerified() {
        return edit.creates()
                || cell.text("evidence").isEmpty()
                || List.of("state", "evidence", "verifiedOn", "sourceKind", "decision").stream()
                        .anyMatch(edit::changes);
    }

    private boolean decides() {
        return edit.changes("decision")
                && cell.text("decision").filter(why -> !why.isBlank()).isPresent();
    }

    private void setAside(String state) {
        LocalDate today = Today.of(proposal);
        sources.of(cell.ref()).stream()
                .filter(one -> one.stands() && !one.says().equals(state))
                .forEach(one -> sources.put(cell.ref(), one.overruled(today)));
    }

    /** The value's own source; else what the edit brings; else what was found before. */
    private Optional<Evidence> source(String state) {
        Optional<String> stated = cell.text("evidence");
        if (stated.isPresent() && !(isNewlyClaimed() && !brought.isEmpty())) {
            return stated.map(this::withQuote);
        }
        return brought.stream().findFirst().or(this::answered).or(() -> foundBefore(state));
    }

    /** Whether the state is new and the source is still the one of the state before. */
    private boolean isNewlyClaimed() {
        return !edit.creates() && edit.changes("state") && !edit.changes("evidence");
    }

    private Evidence withQuote(String address) {
        return brought.stream()
                .filter(evidence -> evidence.address().equals(address))
                .findFirst()
                .orElseGet(() -> new Evidence(address, "", null));
    }

    private Optional<Evidence> answered() {
        return Optional.ofNullable(edit.grounds().answers().get(QUESTION))
                .map(String::strip)
                .filter(address -> ADDRESS.matcher(address).matches())
                .map(address -> new Evidence(address, "", null));
    }

    private Optional<Evidence> foundBefore(String state) {
        return sources.of(cell.ref()).stream()
                .filter(one -> one.stands() && one.says().equals(state))
                .max(Comparator.comparing(Statement::foundOn))
                .map(one -> new Evidence(one.address(), text(one.quote()), one.foundOn()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Of another source than before, it is what is known of that one. */
    private Optional<String> kind(String address) {
        boolean another = !edit.creates() && edit.changes("evidence");
        Optional<String> said = cell.text("sourceKind");
        if (said.isPresent() && (!another || edit.changes("sourceKind"))) {
            return said;
        }
        return sources.at(cell.ref(), address).flatMap(one -> Optional.ofNullable(one.kind()));
    }

    /** A state that changes without a new date is verified on the day it does, unless undone. */
    private boolean isRestated() {
        return isNow() && !edit.creates() && edit.changes("state") && !edit.changes("verifiedOn");
    }

    private LocalDate foundOn(Evidence evidence) {
        LocalDate foundOn = evidence.foundOn();
        return foundOn == null ? Today.of(proposal) : foundOn;
    }

    private void note(String state, Evidence source, LocalDate verifiedOn, @Nullable String kind) {
        Optional<Statement> known = sources.at(cell.ref(), source.address());
        LocalDate given = source.foundOn();
        sources.put(
                cell.ref(),
                new Statement(
                        source.address(),
                        state,
                        given == null ? verifiedOn : given,
                        kind == null ? known.map(Statement::kind).orElse(null) : kind,
                        source.quote().isBlank()
                                ? known.map(Statement::quote).orElse(null)
                                : source.quote(),
                        known.map(Statement::note).orElse(null),
                        isNow()
                                ? proposal.actor()
                                : known.map(Statement::foundBy).orElse(proposal.actor()),
                        null));
    }

    private void demand() {
        boolean answered = edit.grounds().answers().containsKey(QUESTION);
        if (isNow() && !answered) {
            proposal.ask(
                    edit,
                    "state",
                    QUESTION,
                    new Text(
                            "Which page says so? Its address (https://…)",
                            "哪个页面这样说？请填写地址（https://…）"),
                    List.of());
            return;
        }
        refuse(proposal, edit);
    }

    /** A file or a feed has nobody to ask. */
    static void refuse(Proposal proposal, Edit edit) {
        proposal.refuse(
                edit,
                "evidence",
                "no-evidence",
                new Text("Nothing is claimed without evidence.", "没有证据，不能下结论。"),
                new Text(
                        "Give the address of the source, mark it as an unsupported claim, or leave"
                                + " the state unknown.",
                        "请填写出处地址（https://…），或标为“无证据主张”，或把状态留为“未知”。"));
    }
}
