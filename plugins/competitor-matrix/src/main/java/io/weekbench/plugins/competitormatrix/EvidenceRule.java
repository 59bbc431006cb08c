package io.weekbench.plugins.competitormatrix;

import io.weekbench.api.Edit;
import io.weekbench.api.Evidence;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Origin;
import io.weekbench.api.Proposal;
import io.weekbench.api.Rule;
import io.weekbench.api.Text;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Nothing is claimed without evidence. A value that says yes, partial, no, planned or deprecated
 * names a source and the day somebody looked; both are taken from the edit itself, from the sources
 * found before, or asked of the person. Each source is noted in the evidence table with what it
 * says, so that the next one does not make it forgotten.
 */
final class EvidenceRule implements Rule {
    private static final String QUESTION = "evidence";
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/]+\\S*");

    @Override
    public Set<String> tables() {
        return Set.of(CompetitorMatrix.CELL);
    }

    @Override
    public void judge(Proposal proposal) {
        for (Edit edit : proposal.edits()) {
            Item cell = edit.after();
            if (cell != null) {
                Claim.of(cell).ifPresent(state -> judge(proposal, edit, cell, state));
            }
        }
    }

    private static void judge(Proposal proposal, Edit edit, Item cell, String state) {
        Optional<Evidence> source = source(proposal, edit, cell, state);
        if (source.isEmpty()) {
            demand(proposal, edit);
            return;
        }
        Evidence found = source.get();
        LocalDate verifiedOn =
                isRestated(proposal, edit)
                        ? today(proposal)
                        : cell.date("verifiedOn").orElseGet(() -> foundOn(found, proposal));
        proposal.update(cell.ref(), Map.of("evidence", found.address(), "verifiedOn", verifiedOn));
        if (edit.changes("state") || edit.changes("evidence") || cell.text("evidence").isEmpty()) {
            note(proposal, cell.ref(), state, found, verifiedOn);
        }
        edit.grounds().evidence().stream()
                .filter(other -> !other.address().equals(found.address()))
                .forEach(other -> note(proposal, cell.ref(), state, other, verifiedOn));
    }

    /** The value's own source; else what the edit brings; else what was found before. */
    private static Optional<Evidence> source(
            Proposal proposal, Edit edit, Item cell, String state) {
        List<Evidence> brought = edit.grounds().evidence();
        Optional<String> stated = cell.text("evidence");
        if (stated.isPresent() && !(isNewlyClaimed(edit) && !brought.isEmpty())) {
            return stated.map(address -> withQuote(address, brought));
        }
        return brought.stream()
                .findFirst()
                .or(() -> answered(edit))
                .or(() -> foundBefore(proposal, cell.ref(), state));
    }

    /** Whether the state is new and the source is still the one of the state before. */
    private static boolean isNewlyClaimed(Edit edit) {
        return !edit.creates() && edit.changes("state") && !edit.changes("evidence");
    }

    private static Evidence withQuote(String address, List<Evidence> brought) {
        return brought.stream()
                .filter(evidence -> evidence.address().equals(address))
                .findFirst()
                .orElseGet(() -> new Evidence(address, "", null));
    }

    private static Optional<Evidence> answered(Edit edit) {
        return Optional.ofNullable(edit.grounds().answers().get(QUESTION))
                .map(String::strip)
                .filter(address -> ADDRESS.matcher(address).matches())
                .map(address -> new Evidence(address, "", null));
    }

    private static Optional<Evidence> foundBefore(Proposal proposal, ItemRef cell, String state) {
        return proposal.referring(cell, CompetitorMatrix.EVIDENCE + ".cell").stream()
                .filter(row -> row.text("says").equals(Optional.of(state)))
                .max(Comparator.comparing(row -> row.date("foundOn").orElse(LocalDate.MIN)))
                .map(
                        row ->
                                new Evidence(
                                        row.text("address").orElseThrow(),
                                        row.text("quote").orElse(""),
                                        row.date("foundOn").orElse(null)));
    }

    /** A state that changes without a new date is verified on the day it does, unless undone. */
    private static boolean isRestated(Proposal proposal, Edit edit) {
        return proposal.origin().kind() != Origin.Kind.UNDO
                && !edit.creates()
                && edit.changes("state")
                && !edit.changes("verifiedOn");
    }

    private static LocalDate foundOn(Evidence evidence, Proposal proposal) {
        LocalDate foundOn = evidence.foundOn();
        return foundOn == null ? today(proposal) : foundOn;
    }

    /** In UTC, as all days of a commit are. */
    private static LocalDate today(Proposal proposal) {
        return LocalDate.ofInstant(proposal.now(), ZoneOffset.UTC);
    }

    private static void note(
            Proposal proposal, ItemRef cell, String state, Evidence source, LocalDate verifiedOn) {
        LocalDate given = source.foundOn();
        Map<String, Object> says = new HashMap<>();
        says.put("says", state);
        says.put("foundOn", given == null ? verifiedOn : given);
        if (!source.quote().isBlank()) {
            says.put("quote", source.quote());
        }
        Optional<Item> noted =
                proposal.byKey(CompetitorMatrix.EVIDENCE, List.of(cell, source.address()));
        if (noted.isPresent()) {
            proposal.update(noted.get().ref(), Map.copyOf(says));
        } else {
            says.put("cell", cell);
            says.put("address", source.address());
            proposal.create(CompetitorMatrix.EVIDENCE, says);
        }
    }

    /** A person is asked; a file or a feed has nobody to ask. */
    private static void demand(Proposal proposal, Edit edit) {
        boolean answered = edit.grounds().answers().containsKey(QUESTION);
        if (proposal.origin().kind() == Origin.Kind.PERSON && !answered) {
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
        proposal.refuse(
                edit,
                "evidence",
                "no-evidence",
                new Text("Nothing is claimed without evidence.", "没有证据，不能下结论。"),
                new Text(
                        "Give the address of the source, or leave the state unknown.",
                        "请填写出处地址（https://…），或把状态留为“未知”。"));
    }
}
