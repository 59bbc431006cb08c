package io.weekbench.host.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weekbench.api.Origin;
import io.weekbench.api.Request;
import io.weekbench.host.expression.Expressions;
import io.weekbench.host.store.Store;
import io.weekbench.host.tracker.TrackerJson;
import io.weekbench.host.tracker.TrackerSpec;
import io.weekbench.testkit.TestWorkbench;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A changed spec of a table that is larger than one commit. */
class SpecChangeTest {
    private static final String SHELF =
            """
            {"id": "shelf", "version": "1.0.0", "label": {"en": "Shelf", "zh": "书架"}, "tables": [
              {"id": "book", "label": {"en": "Book", "zh": "书"}, "key": ["name"], "title": "name",
               "fields": [{"id": "name", "type": "text", "required": true, "label": {"en": "Name", "zh": "书名"}},
                          {"id": "place", "type": "text", "required": true, "label": {"en": "Place", "zh": "位置"}}]}]}
            """;

    private static final String OTHER_KEY =
            SHELF.replace("\"key\": [\"name\"]", "\"key\": [\"name\", \"place\"]");

    @Test
    void tellsOfEachPartAsSoonAsItIsStored() {
        try (TestWorkbench bench = TestWorkbench.with(SHELF)) {
            List<Request> books =
                    IntStream.range(0, 2 * Steps.CHUNK + 1)
                            .<Request>mapToObj(
                                    i ->
                                            new Request.Create(
                                                    "shelf.book",
                                                    Map.of("name", "b" + i, "place", "A")))
                            .toList();
            Caller importer = new Caller("anna", new Origin(Origin.Kind.IMPORT, "books.csv"));
            bench.live().step(importer, "", books, done -> {});

            Store store = bench.live().store();
            List<String> told = new ArrayList<>();
            new Specs(store, ZoneOffset.UTC)
                    .install(
                            declared(OTHER_KEY, bench.live()),
                            bench.clock().instant(),
                            commit ->
                                    told.add(
                                            commit.changes().size()
                                                    + " in "
                                                    + commit.revision()
                                                    + " of "
                                                    + store.revision()));
            assertEquals(
                    List.of("2000 in 5 of 5", "2000 in 6 of 6", "1 in 7 of 7", "1 in 8 of 8"),
                    told);
        }
    }

    private static TrackerSpec declared(String json, LiveWorkbench workbench) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return TrackerJson.read(bytes, workbench.catalog(), new Expressions()).declared();
    }
}
