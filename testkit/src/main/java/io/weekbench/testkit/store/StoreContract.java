package io.weekbench.testkit.store;

import static io.weekbench.testkit.store.Commits.created;
import static io.weekbench.testkit.store.Commits.deleted;
import static io.weekbench.testkit.store.Commits.updated;
import static io.weekbench.testkit.store.Commits.withKeys;
import static io.weekbench.testkit.store.Commits.withReferences;
import static io.weekbench.testkit.store.Commits.withoutPast;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.WeekbenchException;
import io.weekbench.host.store.StoredChange.Target;
import io.weekbench.host.store.StoredCommit;
import io.weekbench.host.store.StoredReference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store promises; a store's own test extends this and says how to open it. */
public abstract class StoreContract extends StoreLookupContract {
    @Test
    void isEmptyAtFirst() {
        assertEquals(0, store.revision());
        assertEquals(Instant.EPOCH, store.at(0).time());
        assertEquals("none", Told.get(store.at(0), ITEM, "a"));
        assertEquals(List.of(), Told.items(store.at(0).scan(ITEM, "")));
        assertEquals(0, store.at(0).count(ITEM));
        assertEquals(Optional.empty(), store.readOnlyReason());
    }

    @Test
    void readsEveryRevisionAsItWas() {
        commit(created(ITEM, "a", "a1"), created(ITEM, "b", "b1"));
        commit(updated(ITEM, "a", "a2"));
        commit(updated(ITEM, "b", "b3"), updated(ITEM, "a", "a3"));

        assertEquals(List.of(), scan(0));
        assertEquals(List.of("a@1=a1", "b@1=b1"), scan(1));
        assertEquals(List.of("a@2=a2", "b@1=b1"), scan(2));
        assertEquals(List.of("a@3=a3", "b@3=b3"), scan(3));
        assertEquals("none", Told.get(store.at(0), ITEM, "a"));
        assertEquals("a@1=a1", Told.get(store.at(1), ITEM, "a"));
        assertEquals("a@2=a2", Told.get(store.at(2), ITEM, "a"));
        assertEquals("a@3=a3", Told.get(store.at(3), ITEM, "a"));
    }

    @Test
    void keepsTheViewOfAReaderWhileOthersWrite() {
        commit(created(ITEM, "a", "a1"));
        var view = store.at(1);
        var scan = view.scan(ITEM, "");
        commit(updated(ITEM, "a", "a2"), created(ITEM, "b", "b2"));
        commit(deleted(ITEM, "a"));

        assertEquals(List.of("a@1=a1"), Told.items(scan));
        assertEquals(List.of("a@1=a1"), Told.items(view.scan(ITEM, "")));
        assertEquals("a@1=a1", Told.get(view, ITEM, "a"));
        assertEquals("none", Told.get(view, ITEM, "b"));
    }

    @Test
    void keepsADeletedItemGoneUntilItIsCreatedAgain() {
        commit(created(ITEM, "a", "a1"));
        commit(deleted(ITEM, "a"));
        commit(created(ITEM, "other", "o"));
        commit(created(ITEM, "a", "a4"));
        commit(updated(ITEM, "a", "a5"));

        assertEquals("a@1=a1", Told.get(store.at(1), ITEM, "a"));
        assertEquals("none", Told.get(store.at(2), ITEM, "a"));
        assertEquals("none", Told.get(store.at(3), ITEM, "a"));
        assertEquals(List.of("other@3=o"), scan(3));
        assertEquals("a@4=a4", Told.get(store.at(4), ITEM, "a"));
        assertEquals(
                List.of("a@5=a5", "a@4=a4", "a@2=gone", "a@1=a1"),
                Told.items(store.at(5).versions(ITEM, "a")));
    }

    @Test
    void listsTheVersionsUpToARevision() {
        commit(created(ITEM, "a", "a1"));
        commit(created(ITEM, "ab", "no version of a"));
        commit(updated(ITEM, "a", "a3"));
        commit(deleted(ITEM, "a"));

        assertEquals(List.of(), Told.items(store.at(0).versions(ITEM, "a")));
        assertEquals(List.of("a@1=a1"), Told.items(store.at(2).versions(ITEM, "a")));
        assertEquals(
                List.of("a@4=gone", "a@3=a3", "a@1=a1"),
                Told.items(store.at(4).versions(ITEM, "a")));
    }

    @Test
    void scansByRisingIdFromBehindAnId() {
        commit(
                created(ITEM, "b", ""),
                created(ITEM, "a-", ""),
                created(ITEM, "a", ""),
                created(ITEM, "A", ""),
                created(PARTNER, "aa", ""),
                created(ITEM, "a0", ""));

        assertEquals(List.of("A@1=", "a@1=", "a-@1=", "a0@1=", "b@1="), scan(1));
        assertEquals(List.of("a-@1=", "a0@1=", "b@1="), Told.items(store.at(1).scan(ITEM, "a")));
        assertEquals(List.of(), Told.items(store.at(1).scan(ITEM, "b")));
        assertEquals(List.of("aa@1="), Told.items(store.at(1).scan(PARTNER, "")));
    }

    @Test
    void keepsNoPastWhereNoneIsWanted() {
        commit(withoutPast(created(ITEM, "a", "a1")), created(PARTNER, "p", "p1"));
        commit(withoutPast(updated(ITEM, "a", "a2")), updated(PARTNER, "p", "p2"));
        commit(withoutPast(deleted(ITEM, "a")));

        assertEquals(List.of("a@3=gone"), Told.items(store.at(3).versions(ITEM, "a")));
        assertEquals(List.of("a@3=gone"), Told.items(store.at(1).versions(ITEM, "a")));
        assertEquals("p@1=p1", Told.get(store.at(1), PARTNER, "p"));
        commit(withoutPast(created(ITEM, "a", "a4")));
        assertEquals(List.of(), scan(0), "it was created at revision 1");
        assertEquals(List.of("a@4=a4"), scan(1), "there is no other version to see");
        assertEquals(List.of("a@4=a4"), scan(4));
    }

    @Test
    void keepsThePastFromTheDayItIsWantedOn() {
        commit(withoutPast(created(ITEM, "a", "a1")));
        commit(withoutPast(updated(ITEM, "a", "a2")));
        commit(updated(ITEM, "a", "a3"));
        commit(withoutPast(updated(ITEM, "a", "a4")));

        assertEquals(List.of("a@2=a2"), scan(1));
        assertEquals(List.of("a@2=a2"), scan(2));
        assertEquals(List.of("a@4=a4"), scan(3));
        assertEquals(List.of("a@4=a4", "a@2=a2"), Told.items(store.at(4).versions(ITEM, "a")));
    }

    @Test
    void keepsBodiesOfAnySize() {
        String large = "数据库".repeat(200_000);
        commit(
                created(ITEM, "a", large),
                created(ITEM, "b", ""),
                created(ITEM, "c", "x".repeat(1025)));
        commit(updated(ITEM, "a", "small"));
        commit(updated(ITEM, "a", large + "!"));

        String first = Told.item(item("a", 1, large));
        String second = Told.item(item("a", 3, large + "!"));
        assertEquals(first, Told.get(store.at(1), ITEM, "a"));
        assertEquals("a@2=small", Told.get(store.at(2), ITEM, "a"));
        assertEquals(second, Told.get(store.at(3), ITEM, "a"));
        assertEquals(
                List.of(second, "a@2=small", first), Told.items(store.at(3).versions(ITEM, "a")));
        assertEquals(List.of(first, "b@1=", Told.item(item("c", 1, "x".repeat(1025)))), scan(1));
    }

    @Test
    void findsTheRevisionOfATime() {
        Instant noon = Instant.parse("2026-01-05T12:00:00Z");
        store.commit(
                List.of(Commits.commit(1, noon, List.of()), Commits.commit(2, noon, List.of())));
        store.commit(List.of(Commits.commit(3, noon.plusSeconds(10), List.of())));

        assertEquals(0, store.revisionAt(noon.minusMillis(1)));
        assertEquals(2, store.revisionAt(noon));
        assertEquals(2, store.revisionAt(noon.plusSeconds(9)));
        assertEquals(3, store.revisionAt(noon.plusSeconds(10)));
        assertEquals(3, store.revisionAt(Instant.parse("2126-01-01T00:00:00Z")));
        assertEquals(noon, store.at(2).time());
    }

    @Test
    void givesACommitBackWhole() {
        StoredCommit made =
                Commits.commit(
                        1,
                        withReferences(
                                withKeys(created(ITEM, "a", "a1"), null, "key"),
                                List.of(),
                                List.of(new Target(3, PARTNER, "p"))));
        store.commit(List.of(made));

        assertEquals(made.head(), store.head(1));
        assertEquals(made.head(), store.read(1).head());
        assertEquals("key", store.read(1).changes().get(0).takenKey());
        assertEquals(
                made.changes().get(0).addedReferences(),
                store.read(1).changes().get(0).addedReferences());
        assertThrows(WeekbenchException.class, () -> store.head(2));
    }

    @Test
    void takesAGroupOfCommits() {
        store.commit(
                List.of(
                        Commits.commit(1, created(ITEM, "a", "a1")),
                        Commits.commit(2, updated(ITEM, "a", "a2")),
                        Commits.commit(3, deleted(ITEM, "a"))));

        assertEquals(3, store.revision());
        assertEquals("a@1=a1", Told.get(store.at(1), ITEM, "a"));
        assertEquals("a@2=a2", Told.get(store.at(2), ITEM, "a"));
        assertEquals("none", Told.get(store.at(3), ITEM, "a"));
    }

    @Test
    void refusesWhatDoesNotFollow() {
        commit(created(ITEM, "a", "a1"));

        refuses(Commits.commit(1, created(ITEM, "b", "")));
        refuses(Commits.commit(3, created(ITEM, "b", "")));
        refuses(Commits.commit(2, Commits.time(1).minusMillis(1), List.of()));
        refuses(Commits.commit(2, created(ITEM, "b", ""), updated(ITEM, "b", "")));
        assertThrows(IllegalStateException.class, () -> store.at(2));
        assertEquals(List.of("a@1=a1"), scan(1));
    }

    @Test
    void keepsEverythingWhenItIsOpenedAgain() throws Exception {
        commit(
                withKeys(created(ITEM, "a", "a1"), null, "key"),
                withReferences(
                        created(ITEM, "b", "x".repeat(5000)),
                        List.of(),
                        List.of(new Target(3, PARTNER, "p"))));
        commit(withKeys(deleted(ITEM, "a"), "key", null));
        store = reopen(store);
        commit(withKeys(created(ITEM, "a", "a3"), null, "key"));
        store = reopen(store);

        assertEquals(3, store.revision());
        assertEquals(List.of("a@1=a1", Told.item(item("b", 1, "x".repeat(5000)))), scan(1));
        assertEquals(List.of(0L, 2L, 1L, 2L), counts(ITEM));
        assertEquals(List.of("none", "a", "none", "a"), byKey("key"));
        assertEquals(List.of(new StoredReference(3, ITEM, "b")), store.at(3).referring(2, "p"));
        assertEquals("reason 2", store.head(2).reason());
    }

    @Test
    void answersNothingOnceClosed() {
        store.close();

        assertEquals(
                ErrorCode.CLOSED,
                assertThrows(WeekbenchException.class, () -> store.revision()).code());
        assertEquals(
                ErrorCode.CLOSED,
                assertThrows(WeekbenchException.class, () -> store.commit(List.of())).code());
    }
}
