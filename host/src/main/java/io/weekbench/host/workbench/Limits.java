package io.weekbench.host.workbench;

import io.weekbench.api.Problem;
import io.weekbench.api.Request;
import io.weekbench.host.store.Store;
import java.util.Optional;

/** What is refused before it queues. */
final class Limits {
    /** Requests in one commit; more of them are a step of several commits. */
    static final int MAX_REQUESTS = 10_000;

    /** Commits of listeners answering commits of listeners. */
    static final int MAX_CAUSES = 8;

    private Limits() {}

    static Optional<Problem> problem(Store store, Caller caller, Request request) {
        if (request instanceof Request.Batch batch && batch.requests().size() > MAX_REQUESTS) {
            return Optional.of(Refusals.tooMany("requests", batch.requests().size(), MAX_REQUESTS));
        }
        return causes(store, caller.causedBy()) > MAX_CAUSES
                ? Optional.of(Refusals.causeTooDeep(caller.actor()))
                : Optional.empty();
    }

    private static int causes(Store store, long causedBy) {
        int causes = 0;
        for (long cause = causedBy; cause != 0; cause = store.head(cause).causedBy()) {
            causes++;
        }
        return causes;
    }
}
