package io.weekbench.host.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Makes segments, ahead of their need, so that no commit waits for it. Belongs to the writer.
 *
 * <p>A segment gets its name only when all its zeros are durable, so a crash leaves either a whole
 * one or a {@code .new} that is thrown away.
 */
final class NextSegment implements Closeable {
    static final String UNFINISHED = ".new";

    private final Disk disk;
    private final Executor background;
    private @Nullable CompletableFuture<Segment> coming;

    NextSegment(Disk disk, Executor background) {
        this.disk = disk;
        this.background = background;
    }

    void prepare(int number, int size) {
        if (coming == null) {
            coming = CompletableFuture.supplyAsync(() -> createUnchecked(number, size), background);
        }
    }

    /** Of at least this size; the one being prepared, where there is one. */
    Segment take(int number, int size) throws IOException {
        Segment prepared = prepared();
        Segment segment = prepared == null ? create(number, size) : prepared;
        return segment.size() >= size ? segment : enlarge(segment, size);
    }

    /** Makes a segment that is there large enough for a frame beyond the usual size. */
    Segment enlarge(Segment segment, int size) throws IOException {
        Segment.fill(segment.file(), segment.size(), size);
        return new Segment(segment.number(), segment.file(), size);
    }

    /** A segment that could not be made ahead costs nothing: nothing is in it yet. */
    private @Nullable Segment prepared() {
        CompletableFuture<Segment> made = coming;
        coming = null;
        try {
            return made == null ? null : made.join();
        } catch (CompletionException e) {
            return null;
        }
    }

    private Segment createUnchecked(int number, int size) {
        try {
            return create(number, size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Segment create(int number, int size) throws IOException {
        String name = Segment.name(number);
        String unfinished = name + UNFINISHED;
        disk.delete(unfinished);
        try (DiskFile file = disk.open(unfinished)) {
            Segment.fill(file, 0, size);
        }
        disk.rename(unfinished, name);
        disk.forceNames(Segment.FOLDER);
        return Segment.open(disk, number);
    }

    @Override
    public void close() throws IOException {
        Segment unused = prepared();
        if (unused != null) {
            unused.close();
        }
    }
}
