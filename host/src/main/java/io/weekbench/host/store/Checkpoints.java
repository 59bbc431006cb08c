package io.weekbench.host.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    task -> {
                        Thread made = new Thread(task, "weekbench-checkpoint");
                        made.setDaemon(true);
                        return made;
                    });
    private Future<?> running = CompletableFuture.completedFuture(null);

    Checkpoints(StateVolume volume, PageFile file, RedoLog redo) {
        this.volume = volume;
        this.file = file;
        this.redo = redo;
    }

    /** Freezes what was written and returns; waits only for a checkpoint still under way. */
    void begin(long revision) throws IOException {
        await();
        List<Page> frozen = volume.freeze();
        StateHead next = new StateHead(file.head().checkpoint() + 1, volume.pages(), revision);
        running =
                thread.submit(
                        () -> {
                            write(next, frozen);
                            return null;
                        });
    }

    boolean isRunning() {
        return !running.isDone();
    }

    /** Returns when the checkpoint under way is in the file. */
    void await() throws IOException {
        try {
            running.get();
        } catch (ExecutionException e) {
            throw new IOException("The state could not be written: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the state was written", e);
        }
    }

    /** Stops at once where that is possible; what is under way is left to the redo. */
    @Override
    public void close() throws IOException {
        thread.shutdown();
        redo.close();
        file.close();
    }

    private void write(StateHead next, List<Page> frozen) throws IOException {
        frozen.forEach(page -> page.seal(next.checkpoint()));
        redo.write(next, frozen);
        file.write(frozen, next);
        file.force();
        file.writeHead();
        file.force();
        redo.drop();
        volume.release(frozen);
    }
}
