package io.weekbench.host.plugin;

import io.weekbench.api.Grouping;
import io.weekbench.api.Groups;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Page;
import io.weekbench.api.Query;
import io.weekbench.api.Snapshot;
import io.weekbench.api.Version;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A snapshot as one plugin may read it. */
record PermittedSnapshot(Snapshot whole, Permit permit) implements Snapshot, PermittedLookup {

    @Override
    public long revision() {
        return whole.revision();
    }

    @Override
    public Instant time() {
        return whole.time();
    }

    @Override
    public Page query(Query query) {
        permit.read(query.table());
        return whole.query(query);
    }

    @Override
    public Groups groups(Grouping grouping) {
        permit.read(grouping.table());
        return whole.groups(grouping);
    }

    @Override
    public Stream<Item> scan(String table) {
        permit.read(table);
        return whole.scan(table);
    }

    @Override
    public List<Version> history(ItemRef ref) {
        permit.read(ref.table());
        return whole.history(ref);
    }
}
