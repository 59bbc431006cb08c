package io.weekbench.host.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.weekbench.api.Request;
import io.weekbench.host.workbench.LiveWorkbench;
import io.weekbench.testkit.Desk;
import io.weekbench.testkit.TestWorkbench;
import java.io.IOException;
import java.util.Map;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BuildingTest {

    /** It would be taken for whole, though its table was taken out and not put in again. */
    @Test
    void standsNowhereWhenItIsGivenUpBeforeTheFirstItem() throws IOException {
        assertNull(built(true));
    }

    @Test
    void standsAtTheLatestRevisionWhenAllIsPutIn() throws IOException {
        Place place = built(false);
        assertNotNull(place);
        assertEquals(1, place.rows(), "one project");
    }

    private static @Nullable Place built(boolean stopped) throws IOException {
        try (TestWorkbench bench = TestWorkbench.with(Desk.json())) {
            bench.accepted(new Request.Create("desk.project", Map.of("name", "One")));
            LiveWorkbench live = bench.live();
            try (IndexFolder folder = IndexFolder.open(ByteBuffersDirectory::new, live.store())) {
                FieldGraph graph = new FieldGraph(live.catalog());
                Building building = new Building(folder, live, graph, () -> stopped);
                return building.build(folder.place(), live.store().revision(), () -> {});
            }
        }
    }
}
