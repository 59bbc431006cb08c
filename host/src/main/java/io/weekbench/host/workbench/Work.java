package io.weekbench.host.workbench;

import io.weekbench.api.Origin;
import io.weekbench.api.Outcome;
import io.weekbench.api.Request;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** What queues to be written, and where its outcome goes. */
sealed interface Work<T> {

    CompletableFuture<T> outcome();

    /** Waits for the outcome and throws what the work threw. */
    default T await() {
        try {
            return outcome().join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause();
            throw cause instanceof RuntimeException unchecked ? unchecked : e;
        }
    }

    /**
     * A request that waits for its turn.
     *
     * @param step revision of the first commit of the step it belongs to, or 0 where it begins one
     * @param stepLeft how many commits of that step follow
     */
    record Pending(
            Caller caller,
            Request request,
            long step,
            int stepLeft,
            CompletableFuture<Outcome> outcome)
            implements Work<Outcome> {

        Pending(Caller caller, Request request, long step, int stepLeft) {
            this(caller, request, step, stepLeft, new CompletableFuture<>());
        }

        Pending(Caller caller, Request request) {
            this(caller, request, 0, 0);
        }

        /** Who does it, and by which way: an undo says what it takes back. */
        Caller acting() {
            return request instanceof Request.Undo undo
                    ? caller.by(Origin.Kind.UNDO, Long.toString(undo.revision()))
                    : caller;
        }
    }

    /** Something that must have the store to itself: a changed spec, a purge. */
    record Exclusive<T>(Supplier<T> task, CompletableFuture<T> outcome) implements Work<T> {

        Exclusive(Supplier<T> task) {
            this(task, new CompletableFuture<>());
        }

        void run() {
            try {
                outcome.complete(task.get());
            } catch (RuntimeException | Error e) { // whoever waits is told; the group goes on
                outcome.completeExceptionally(e);
            }
        }
    }
}
