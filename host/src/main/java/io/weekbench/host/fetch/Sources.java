package io.weekbench.host.fetch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import io.weekbench.host.json.OutcomeWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a person asks of the sources, answered in JSON for whichever door they ask at. */
public final class Sources {
    /** Who waits longer is told that it still runs. */
    private static final long WAIT_SECONDS = 120;

    private final Poller poller;

    public Sources(Poller poller) {
        this.poller = poller;
    }

    public ObjectNode list() {
        return SourceWriter.write(poller.list());
    }

    /** Polls one now, waits for it, and lists it; refused where there is none. */
    public ObjectNode poll(String tracker, String name) {
        Optional<CompletableFuture<SourceState>> polling = poller.poll(tracker, name);
        if (polling.isEmpty()) {
            return OutcomeWriter.refused(List.of(unknown(tracker + "/" + name)));
        }
        await(polling.get());
        return SourceWriter.write(
                poller.list().stream()
                        .filter(one -> one.tracker().equals(tracker))
                        .filter(one -> one.source().name().equals(name))
                        .toList());
    }

    private static void await(CompletableFuture<SourceState> polling) {
        try {
            polling.get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // it runs on, and is listed so
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A poll ends with a state, whatever happens", e);
        }
    }

    private static Problem unknown(String source) {
        return new Problem(
                "no-such-source",
                "",
                new Text("There is no source " + source + ".", "没有数据源 " + source + "。"),
                new Text("See which there are: weekbench sources", "查看有哪些：weekbench sources"));
    }
}
