package io.weekbench.plugins.competitormatrix;

import io.weekbench.api.Edit;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Proposal;
import io.weekbench.api.Rule;
import io.weekbench.api.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A value holds from a release of its own product: of all versions where none is named, and not
 * from a higher one than it holds until.
 */
final class ReleaseRule implements Rule {

    @Override
    public Set<String> tables() {
        return Set.of(CompetitorMatrix.CELL);
    }

    @Override
    public int order() {
        return -10; // before the evidence, which is about a value that has its place
    }

    @Override
    public void judge(Proposal proposal) {
        for (Edit edit : proposal.edits()) {
            Item cell = edit.after();
            if (cell != null) {
                judge(proposal, edit, cell);
            }
        }
    }

    private static void judge(Proposal proposal, Edit edit, Item cell) {
        Optional<ItemRef> product = cell.reference("product").filter(ref -> is(proposal, ref));
        if (product.isEmpty()) {
            return; // refused by the host, which knows that every value has a product
        }
        if (cell.reference("since").isEmpty()) {
            proposal.update(cell.ref(), Map.of("since", allVersions(proposal, product.get())));
        }
        for (String field : List.of("since", "until")) {
            cell.reference(field)
                    .flatMap(proposal::get)
                    .filter(release -> !release.reference("product").equals(product))
                    .ifPresent(release -> refuseForeign(proposal, edit, field));
        }
        refuseBackwards(proposal, edit, cell);
    }

    private static boolean is(Proposal proposal, ItemRef ref) {
        return proposal.get(ref).isPresent();
    }

    private static ItemRef allVersions(Proposal proposal, ItemRef product) {
        List<Object> key = List.of(product, CompetitorMatrix.ALL_VERSIONS);
        return proposal.byKey(CompetitorMatrix.RELEASE, key)
                .map(Item::ref)
                .orElseGet(
                        () ->
                                proposal.create(
                                        CompetitorMatrix.RELEASE,
                                        Map.of("product", product, "name", key.get(1))));
    }

    private static void refuseForeign(Proposal proposal, Edit edit, String field) {
        proposal.refuse(
                edit,
                field,
                "release-of-another-product",
                new Text("This is a release of another product.", "这是另一个产品的版本。"),
                new Text("Choose a release of the row's product.", "请选择本行产品的版本。"));
    }

    private static void refuseBackwards(Proposal proposal, Edit edit, Item cell) {
        Optional<Long> since = position(proposal, cell, "since");
        Optional<Long> until = position(proposal, cell, "until");
        if (since.isPresent() && until.isPresent() && until.get() < since.get()) {
            proposal.refuse(
                    edit,
                    "until",
                    "until-before-since",
                    new Text("It would end before the release it begins with.", "截止版本早于起始版本。"),
                    new Text("Swap the two, or leave the end empty.", "请对调两者，或不填截止版本。"));
        }
    }

    private static Optional<Long> position(Proposal proposal, Item cell, String field) {
        return cell.reference(field)
                .flatMap(proposal::get)
                .flatMap(release -> release.integer("position"));
    }
}
