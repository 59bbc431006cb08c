package io.weekbench.host.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Brings the volume's written pages into the file, beside the writer and one checkpoint at a time.
 *
 * <p>Redo, force, pages, force, head, force: wherever a crash falls, the file is exactly the
 * checkpoint before or can be made exactly this one.
 */
final class Checkpoints implements Closeable {
    private final StateVolume volume;
    private final PageFile file;
    private final RedoLog redo;
    private final Executor background;
    private CompletableFuture<?> running = CompletableFuture.completedFuture(null);

    Checkpoints(StateVolume volume, PageFile file, RedoLog redo, Executor background) {
        this.volume = volume;
        this.file = file;
        this.redo = redo;
        this.background = background;
    }

    /** Freezes what was written and returns; waits only for a checkpoint still under way. */
    void begin(long revision) throws IOException {
        await();
        List<Page> frozen = volume.freeze();
        StateHead next = new StateHead(file.head().checkpoint() + 1, volume.pages(), revision);
        running = CompletableFuture.runAsync(() -> write(next, frozen), background);
    }

    boolean isRunning() {
        return !running.isDone();
    }

    /** Returns when the checkpoint under way is in the file. */
    void await() throws IOException {
        try {
            running.join();
        } catch (CompletionException e) {
            throw new IOException("The state could not be written: " + e.getCause(), e);
        }
    }

    /** Lets the checkpoint under way come to its end, good or bad. */
    @Override
    public void close() throws IOException {
        running.handle((done, failure) -> null).join();
        redo.close();
        file.close();
    }

    private void write(StateHead next, List<Page> frozen) {
        try {
            frozen.forEach(page -> page.seal(next.checkpoint()));
            redo.write(next, frozen);
            file.write(frozen, next);
            file.force();
            file.writeHead();
            file.force();
            redo.drop();
        } catch (IOException e) {
            throw new CompletionException(e);
        }
        volume.release(frozen);
    }
}
