package io.weekbench.host.store;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The store at one revision; consistent whatever the writer does meanwhile. */
public interface StoreView {

    long revision();

    /** When that revision was committed; the epoch for revision 0. */
    Instant time();

    /** Empty where the item was not there: never created, or deleted. */
    Optional<StoredItem> get(int table, String id);

    /** The id of the item that holds this natural key. */
    Optional<String> byKey(int table, String key);

    /** References to this item, by rising field, table and id of where they stand. */
    List<StoredReference> referring(int table, String id);

    /** Live items by rising id, from the first id above {@code after} ("" for all). */
    Iterator<StoredItem> scan(int table, String after);

    /** Every version up to here, newest first; deletions are versions without a body. */
    List<StoredItem> versions(int table, String id);

    /**
     * How many live items the table had. Where it keeps no history, a reader may see more or fewer:
     * those that stand there now.
     */
    long count(int table);

    /**
     * The last revision up to here with a change to this table; 0 where there is none. Views that
     * agree on it show the same items, unless the table keeps no history.
     */
    long touched(int table);
}
