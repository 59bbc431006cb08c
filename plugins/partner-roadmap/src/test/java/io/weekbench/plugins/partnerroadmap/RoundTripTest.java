package io.weekbench.plugins.partnerroadmap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weekbench.testkit.RoundTrip;
import io.weekbench.testkit.TestWorkbench;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundTripTest {

    @Test
    void importingAnExportOfTheSampleChangesNothing() throws IOException {
        try (TestWorkbench bench =
                TestWorkbench.withSample(Path.of("").toAbsolutePath(), new PartnerRoadmap())) {
            assertEquals(List.of(), RoundTrip.changes(bench));
        }
    }
}
