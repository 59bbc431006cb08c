package io.weekbench.testkit.store;

import io.weekbench.api.Grounds;
import io.weekbench.api.Origin;
import io.weekbench.host.store.Body;
import io.weekbench.host.store.StoredChange;
import io.weekbench.host.store.StoredCommit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Commits for tests of stores, in few words: the commit of revision n is made at second n. */
public final class Commits {
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    private Commits() {}

    public static Instant time(long revision) {
        return START.plusSeconds(revision);
    }

    public static StoredCommit commit(long revision, StoredChange... changes) {
        return commit(revision, time(revision), List.of(changes));
    }

    public static StoredCommit commit(long revision, Instant time, List<StoredChange> changes) {
        Origin origin = new Origin(Origin.Kind.PERSON, "");
        return new StoredCommit(
                new StoredCommit.Head(
                        revision, time, "anna", "reason " + revision, origin, revision, 0, 0),
                changes);
    }

    public static StoredChange created(int table, String id, String body) {
        return change(StoredChange.Kind.CREATED, table, id, bytes(body), true);
    }

    public static StoredChange updated(int table, String id, String body) {
        return change(StoredChange.Kind.UPDATED, table, id, bytes(body), true);
    }

    public static StoredChange deleted(int table, String id) {
        return change(StoredChange.Kind.DELETED, table, id, null, true);
    }

    @SuppressWarnings("NullAway") // as below
    public static StoredChange withoutPast(StoredChange of) {
        return change(of.kind(), of.table(), of.id(), of.body(), false);
    }

    public static StoredChange withKeys(
            StoredChange of, @Nullable String freed, @Nullable String taken) {
        return change(of, freed, taken, of.droppedReferences(), of.addedReferences());
    }

    public static StoredChange withReferences(
            StoredChange of, List<StoredChange.Target> dropped, List<StoredChange.Target> added) {
        return change(of, of.freedKey(), of.takenKey(), dropped, added);
    }

    /** An item whose field 1 has this text. */
    public static byte[] bytes(String text) {
        return Body.encode(Map.of(1, text));
    }

    @SuppressWarnings("NullAway") // it cannot see in a class file that an array may be null
    private static StoredChange change(
            StoredChange of,
            @Nullable String freed,
            @Nullable String taken,
            List<StoredChange.Target> dropped,
            List<StoredChange.Target> added) {
        return new StoredChange(
                of.kind(),
                of.table(),
                of.id(),
                of.body(),
                of.past(),
                freed,
                taken,
                dropped,
                added,
                of.grounds());
    }

    @SuppressWarnings("NullAway") // as above
    private static StoredChange change(
            StoredChange.Kind kind, int table, String id, byte @Nullable [] body, boolean past) {
        return new StoredChange(
                kind, table, id, body, past, null, null, List.of(), List.of(), Grounds.NONE);
    }
}
