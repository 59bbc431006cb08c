package io.weekbench.host.tracker;

/** What a changed spec asks of the items already stored; done by the road, as a commit. */
public sealed interface DataStep {

    /** Full id of the table. */
    String table();

    /**
     * Carry each item's value over to another field: the field changed its type, and every value of
     * the old type is one of the new, see {@link Carrying}. The old value stays where it is.
     *
     * @param from number of the retired field
     * @param to number of the declared field
     */
    record Carry(String table, int from, int to) implements DataStep {}

    /**
     * Give each item its natural key anew: the key fields are others. Comes after what is carried.
     * Items that would share a key keep the lower id's, and the rest are to be reported.
     */
    record Rekey(String table) implements DataStep {}
}
