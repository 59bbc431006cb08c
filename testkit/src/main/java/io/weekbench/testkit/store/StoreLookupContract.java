package io.weekbench.testkit.store;

import static io.weekbench.testkit.store.Commits.created;
import static io.weekbench.testkit.store.Commits.deleted;
import static io.weekbench.testkit.store.Commits.updated;
import static io.weekbench.testkit.store.Commits.withKeys;
import static io.weekbench.testkit.store.Commits.withReferences;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weekbench.host.store.StoredChange.Target;
import io.weekbench.host.store.StoredReference;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Keys, references and counts, at every revision. */
abstract class StoreLookupContract extends StoreTrial {
    @Test
    void findsItemsByTheKeysTheyHadThen() {
        commit(withKeys(created(ITEM, "a", "1"), null, "甲"));
        commit(withKeys(updated(ITEM, "a", "2"), "甲", "乙"));
        commit(withKeys(deleted(ITEM, "a"), "乙", null));
        commit(withKeys(created(ITEM, "b", "4"), null, "甲"));

        assertEquals(List.of("none", "a", "none", "none", "b"), byKey("甲"));
        assertEquals(List.of("none", "none", "a", "none", "none"), byKey("乙"));
        assertEquals(Optional.empty(), store.at(1).byKey(PARTNER, "甲"));
    }

    @Test
    void letsTwoItemsSwapTheirKeysInOneCommit() {
        commit(
                withKeys(created(ITEM, "a", ""), null, "one"),
                withKeys(created(ITEM, "b", ""), null, "two"));
        commit(
                withKeys(updated(ITEM, "a", ""), "one", "two"),
                withKeys(updated(ITEM, "b", ""), "two", "one"));

        assertEquals(List.of("none", "a", "b"), byKey("one"));
        assertEquals(List.of("none", "b", "a"), byKey("two"));
    }

    @Test
    void tellsKeysApartHoweverLongAndAlikeTheyAre() {
        String longKey = "键".repeat(500);
        commit(
                withKeys(created(ITEM, "a", ""), null, longKey),
                withKeys(created(ITEM, "b", ""), null, longKey + "\0"),
                withKeys(created(ITEM, "c", ""), null, ""),
                withKeys(created(ITEM, "d", ""), null, "\0"),
                withKeys(created(ITEM, "e", ""), null, "k"));

        assertEquals(Optional.of("a"), store.at(1).byKey(ITEM, longKey));
        assertEquals(Optional.of("b"), store.at(1).byKey(ITEM, longKey + "\0"));
        assertEquals(Optional.of("c"), store.at(1).byKey(ITEM, ""));
        assertEquals(Optional.of("d"), store.at(1).byKey(ITEM, "\0"));
        assertEquals(Optional.of("e"), store.at(1).byKey(ITEM, "k"));
        assertEquals(Optional.empty(), store.at(1).byKey(ITEM, "k\0"));
        assertEquals(Optional.empty(), store.at(1).byKey(ITEM, longKey + "k"));
    }

    @Test
    void findsTheReferencesThereWereThen() {
        Target first = new Target(7, PARTNER, "p");
        Target second = new Target(7, PARTNER, "pp");
        commit(created(PARTNER, "p", ""), created(PARTNER, "pp", ""));
        commit(withReferences(created(ITEM, "b", ""), List.of(), List.of(first)));
        commit(
                withReferences(created(ITEM, "a", ""), List.of(), List.of(first)),
                withReferences(updated(ITEM, "b", ""), List.of(first), List.of(second)));
        commit(withReferences(updated(ITEM, "b", ""), List.of(second), List.of(first)));
        commit(withReferences(deleted(ITEM, "b"), List.of(first), List.of()));

        assertEquals(List.of(), store.at(1).referring(PARTNER, "p"));
        assertEquals(from("b"), store.at(2).referring(PARTNER, "p"));
        assertEquals(from("a"), store.at(3).referring(PARTNER, "p"));
        assertEquals(from("b"), store.at(3).referring(PARTNER, "pp"));
        assertEquals(from("a", "b"), store.at(4).referring(PARTNER, "p"));
        assertEquals(List.of(), store.at(4).referring(PARTNER, "pp"));
        assertEquals(from("a"), store.at(5).referring(PARTNER, "p"));
    }

    @Test
    void listsReferencesByFieldTableAndId() {
        Target to = new Target(300, PARTNER, "p");
        Target sooner = new Target(2, PARTNER, "p");
        commit(
                withReferences(created(ITEM, "z", ""), List.of(), List.of(to, sooner)),
                withReferences(created(256, "a", ""), List.of(), List.of(sooner)),
                withReferences(created(ITEM, "a", ""), List.of(), List.of(sooner)));

        assertEquals(
                List.of(
                        new StoredReference(2, ITEM, "a"),
                        new StoredReference(2, ITEM, "z"),
                        new StoredReference(2, 256, "a"),
                        new StoredReference(300, ITEM, "z")),
                store.at(1).referring(PARTNER, "p"));
    }

    @Test
    void countsTheItemsThatWereThere() {
        commit(created(ITEM, "a", ""), created(ITEM, "b", ""), created(PARTNER, "p", ""));
        commit(updated(ITEM, "a", ""));
        commit(deleted(ITEM, "a"), deleted(PARTNER, "p"));
        commit(created(ITEM, "a", ""));

        assertEquals(List.of(0L, 2L, 2L, 1L, 2L), counts(ITEM));
        assertEquals(List.of(0L, 1L, 1L, 0L, 0L), counts(PARTNER));
    }
}
