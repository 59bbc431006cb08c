package io.weekbench.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.weekbench.api.Attachment;
import io.weekbench.api.ErrorCode;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Request;
import io.weekbench.api.WeekbenchException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files that items refer to. */
class FilesTest {
    private static final byte[] CONTENT = "单据 1".getBytes(StandardCharsets.UTF_8);

    private final TestWorkbench bench = Desk.open();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void areReadAsTheyWereKept() throws IOException {
        Attachment kept = keep("receipt.txt");
        ItemRef entry = bench.accepted(entry(kept)).changes().get(0).ref();
        bench.reopen();
        Item item = bench.as("x").snapshot().get(entry).orElseThrow();
        assertEquals(kept, item.file("receipt").orElseThrow());
        try (InputStream in = bench.as("x").open(kept)) {
            assertEquals("单据 1", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void theSameContentIsKeptOnceUnderBothNames() {
        assertEquals(keep("a.txt").sha256(), keep("b.txt").sha256());
    }

    @Test
    void refusesToReferToWhatWasNeverKept() {
        Attachment unknown = new Attachment("x.txt", "text/plain", 1, "0".repeat(64));
        assertEquals(
                List.of("missing-file at requests[0].values.receipt"),
                Answers.problems(bench.submit(entry(unknown))));
        assertEquals(
                ErrorCode.NOT_FOUND,
                assertThrows(WeekbenchException.class, () -> bench.as("x").open(unknown)).code());
    }

    private Attachment keep(String name) {
        return bench.as("林夏").keep(name, "text/plain", new ByteArrayInputStream(CONTENT));
    }

    private static Request entry(Attachment receipt) {
        return new Request.Create("desk.entry", Map.of("text", "paid", "receipt", receipt));
    }
}
