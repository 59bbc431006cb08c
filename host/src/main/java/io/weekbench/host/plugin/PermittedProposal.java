package io.weekbench.host.plugin;

import io.weekbench.api.Edit;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Origin;
import io.weekbench.api.Proposal;
import io.weekbench.api.Question;
import io.weekbench.api.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A proposal as the rules of one plugin may see and change it. */
record PermittedProposal(Proposal whole, Permit permit) implements Proposal, PermittedLookup {

    @Override
    public List<Edit> edits() {
        return whole.edits();
    }

    @Override
    public Origin origin() {
        return whole.origin();
    }

    @Override
    public String actor() {
        return whole.actor();
    }

    @Override
    public Instant now() {
        return whole.now();
    }

    @Override
    public void update(ItemRef ref, Map<String, @Nullable Object> set) {
        permit.write(ref.table());
        whole.update(ref, set);
    }

    @Override
    public ItemRef create(String table, Map<String, Object> values) {
        permit.write(table);
        return whole.create(table, values);
    }

    @Override
    public void ask(
            Edit edit, String field, String code, Text question, List<Question.Choice> choices) {
        whole.ask(edit, field, code, question, choices);
    }

    @Override
    public void refuse(Edit edit, String field, String code, Text message, Text hint) {
        whole.refuse(edit, field, code, message, hint);
    }
}
