package io.weekbench.host.store;

import io.weekbench.api.Origin;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes changes out of the journal for good: the only thing that ever does.
 *
 * <p>Segments that hold such changes are written anew beside the old ones, then all are swapped in
 * one {@link Swap}. Every commit keeps its revision, time and actor; one that is left without a
 * change loses its reason and the name of its origin too, which may speak of what is gone. Files
 * that only purged changes referred to are deleted.
 *
 * <p>The journal must be closed, and positions into it are void afterwards: whoever kept any must
 * build them anew. What stays are ids that other items refer to, and what the file system does with
 * blocks it no longer needs.
 */
final class Purge implements SegmentScan.Finds {
    private final Disk disk;
    private final Selection selection;
    private final Set<Integer> touched = new TreeSet<>();
    private final Set<String> purgedFiles = new HashSet<>();
    private final Set<String> keptFiles = new HashSet<>();
    private int segment;
    private int changes;

    /** Says what has to go. */
    interface Selection {
        /** Items by their table and id, or whole steps by the head. */
        boolean takes(StoredCommit.Head head, StoredChange change);
    }

    /**
     * What is gone.
     *
     * @param changes taken out of commits
     * @param files deleted
     */
    record Purged(int changes, int files) {}

    private Purge(Disk disk, Selection selection) {
        this.disk = disk;
        this.selection = selection;
    }

    /**
     * All or nothing, and then durable; where it breaks off, opening the journal finishes or
     * discards it.
     *
     * @throws io.weekbench.api.WeekbenchException {@code DAMAGED}: mend the journal first
     */
    static Purged run(Disk disk, Selection selection) throws IOException {
        Swap.finish(disk);
        try (Segments segments = Segments.open(disk)) {
            Purge purge = new Purge(disk, selection);
            if (!segments.all().isEmpty()) {
                Survey.of(segments, 0);
                purge.rewrite(segments);
            }
            return purge.swap();
        }
    }

    private void rewrite(Segments segments) throws IOException {
        for (Segment each : segments.all()) {
            segment = each.number();
            new SegmentScan(each).run(this);
        }
        for (int number : touched) {
            SegmentRewrite.beside(disk, segments.require(number), this::without);
        }
        purgedFiles.removeAll(keptFiles);
    }

    private Purged swap() throws IOException {
        if (!touched.isEmpty()) {
            disk.forceNames(Segment.FOLDER);
            new Swap(List.copyOf(touched), List.copyOf(purgedFiles)).announce(disk);
            Swap.finish(disk);
        }
        return new Purged(changes, purgedFiles.size());
    }

    @Override
    public void frame(Frame frame, int offset) throws IOException {
        if (!frame.header().isCommit()) {
            return;
        }
        StoredCommit commit = FrameCodec.decode(frame);
        for (StoredChange change : commit.changes()) {
            boolean taken = selection.takes(commit.head(), change);
            (taken ? purgedFiles : keptFiles).addAll(Attachments.in(change.body()));
            if (taken) {
                touched.add(segment);
                changes++;
            }
        }
    }

    /** What a survey lets pass holds no commits. It is not copied. */
    @Override
    public void unreadable(int offset, int length) {}

    private StoredCommit without(StoredCommit commit) {
        List<StoredChange> kept =
                commit.changes().stream()
                        .filter(change -> !selection.takes(commit.head(), change))
                        .toList();
        boolean emptied = kept.isEmpty() && !commit.changes().isEmpty();
        return new StoredCommit(emptied ? silent(commit.head()) : commit.head(), kept);
    }

    private static StoredCommit.Head silent(StoredCommit.Head head) {
        return new StoredCommit.Head(
                head.revision(),
                head.time(),
                head.actor(),
                "",
                new Origin(head.origin().kind(), ""),
                head.step(),
                head.stepLeft(),
                head.causedBy());
    }
}
