package io.weekbench.api;

import java.util.List;
import java.util.Optional;

/**
 * The three questions that are cheap enough to ask inside a write; made by the host, received by
 * rules. There is no search here on purpose: a rule that needs one belongs behind the commit, as a
 * listener.
 */
public interface Lookup {

    Optional<Item> get(ItemRef ref);

    /**
     * The item with this natural key.
     *
     * @param key the values of the table's key fields, in their declared order
     */
    Optional<Item> byKey(String table, List<Object> key);

    /**
     * Items that refer to this one, in the order of their ids.
     *
     * @param field where they refer to it from: {@code partner-roadmap.item.partner}
     */
    List<Item> referring(ItemRef target, String field);
}
