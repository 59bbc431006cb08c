package io.weekbench.host.workbench;

import io.weekbench.api.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The requests of a step that become one commit.
 *
 * @param places of its requests in the step
 */
record Chunk(Request.Batch batch, Places places) {

    /** Of the requests at these places. */
    static Chunk of(String reason, List<Request> requests, List<Integer> places) {
        return new Chunk(
                new Request.Batch(reason, places.stream().map(requests::get).toList()),
                new Places(places));
    }

    /** One after another, as they are. */
    static List<Chunk> inOrder(String reason, List<List<Request>> parts) {
        List<Chunk> chunks = new ArrayList<>();
        int from = 0;
        for (List<Request> part : parts) {
            List<Integer> places = IntStream.range(from, from + part.size()).boxed().toList();
            chunks.add(new Chunk(new Request.Batch(reason, part), new Places(places)));
            from += part.size();
        }
        return chunks;
    }

    int size() {
        return batch.requests().size();
    }
}
