package io.weekbench.host.store;

/**
 * A reference found from its target.
 *
 * @param field number of the field it stands in
 * @param table number of the table it stands in
 * @param id of the item it stands in
 */
public record StoredReference(int field, int table, String id) {}
