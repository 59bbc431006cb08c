package io.weekbench.host.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.weekbench.api.Commit;
import io.weekbench.api.Origin;
import io.weekbench.api.Query;
import io.weekbench.host.Desk;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever closes the connection of an import wants nothing of it. */
class ImportStopTest {
    /** So many that the import goes on for long after its first commit. */
    private static final int ROWS = 40_000;

    private final Desk desk = new Desk();
    private final Server server = Server.start(desk.home(), "0.1.0", 0);

    @AfterEach
    void close() {
        server.close();
        desk.close();
    }

    @Test
    void takesBackWhatWasWrittenWhenTheClientGoes() throws Exception {
        BlockingQueue<Commit> commits = new LinkedBlockingQueue<>();
        long before = desk.live().store().revision();
        try (var feed = desk.live().feed().subscribe(before, commits::add);
                Socket client = begin()) {
            assertEquals(Origin.Kind.IMPORT, next(commits).origin().kind());
            client.setSoLinger(true, 0); // the connection is reset, as when a tab is closed
            client.close();
            while (total() > 0) {
                next(commits);
            }
        }
        assertEquals(List.of(), desk.live().cutSteps());
    }

    private Socket begin() throws IOException {
        URI address = server.address();
        StringBuilder rows = new StringBuilder("name,kind\n");
        for (int i = 0; i < ROWS; i++) {
            rows.append("Partner ").append(i).append(",cloud\n");
        }
        byte[] body = rows.toString().getBytes(StandardCharsets.UTF_8);
        String head =
                String.join(
                        "\r\n",
                        "POST /api/v1/import/shop.partner?name=big.csv HTTP/1.1",
                        "Host: 127.0.0.1:" + address.getPort(),
                        "Authorization: Bearer " + address.getQuery().replace("token=", ""),
                        "Accept: application/x-ndjson",
                        "Content-Type: text/csv",
                        "Content-Length: " + body.length,
                        "",
                        "");
        Socket client = new Socket(address.getHost(), address.getPort());
        OutputStream out = client.getOutputStream();
        out.write(head.getBytes(StandardCharsets.UTF_8));
        out.write(body);
        out.flush();
        return client;
    }

    private static Commit next(BlockingQueue<Commit> commits) throws InterruptedException {
        Commit commit = commits.poll(60, TimeUnit.SECONDS);
        assertNotNull(commit, "a commit of the import, or of taking it back");
        return commit;
    }

    private long total() {
        return desk.workbench().snapshot().query(Query.all("shop.partner")).total();
    }
}
