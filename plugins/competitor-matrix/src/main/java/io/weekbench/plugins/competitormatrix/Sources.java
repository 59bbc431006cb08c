package io.weekbench.plugins.competitormatrix;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Proposal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The evidence table, as the rules of a value write and read it. */
final class Sources {
    private final Proposal proposal;

    Sources(Proposal proposal) {
        this.proposal = proposal;
    }

    List<Statement> of(ItemRef cell) {
        return proposal.referring(cell, CompetitorMatrix.EVIDENCE + ".cell").stream()
                .map(Statement::of)
                .toList();
    }

    Optional<Statement> at(ItemRef cell, String address) {
        return row(cell, address).map(Statement::of);
    }

    /** Keeps it, whatever the source was read to say before and will be read to say. */
    void note(ItemRef cell, Statement said) {
        Optional<Item> row = row(cell, said.address());
        put(cell, row, row.map(Statement::of).map(said::with).orElse(said));
    }

    /** What it says now is what counts. */
    void put(ItemRef cell, Statement said) {
        put(cell, row(cell, said.address()), said);
    }

    private void put(ItemRef cell, Optional<Item> row, Statement said) {
        if (row.isEmpty()) {
            Map<String, Object> values = new HashMap<>();
            values.put("cell", cell);
            values.put("address", said.address());
            for (Map.Entry<String, @Nullable Object> field : said.values().entrySet()) {
                Object value = field.getValue();
                if (value != null) {
                    values.put(field.getKey(), value);
                }
            }
            proposal.create(CompetitorMatrix.EVIDENCE, values);
        } else if (!Statement.of(row.get()).equals(said)) {
            proposal.update(row.get().ref(), said.values());
        }
    }

    private Optional<Item> row(ItemRef cell, String address) {
        return proposal.byKey(CompetitorMatrix.EVIDENCE, List.of(cell, address));
    }
}
