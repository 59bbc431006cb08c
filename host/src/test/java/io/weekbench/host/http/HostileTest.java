package io.weekbench.host.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.host.Desk;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of other sites, and requests that no client of ours would send. */
@Timeout(60)
class HostileTest {
    private final Desk desk = new Desk();
    private final Server server = Server.start(desk.home(), "0.1.0", 0);
    private final Client client = new Client(server.address());

    @AfterEach
    void close() {
        assertEquals(1, desk.live().store().revision(), "nothing was changed");
        server.close();
        desk.close();
    }

    @ParameterizedTest
    @CsvSource({
        "evil.example, 421",
        "127.0.0.1.evil.example, 421",
        "127.0.0.1@evil.example, 400",
        "localhost., 421",
        "0.0.0.0, 421",
        "127.0.0.1, 200",
        "LOCALHOST, 200",
        "[::1], 200"
    })
    void answersOnlyToItsOwnNames(String name, int status) throws IOException {
        String host = "Host: " + name + ":" + server.port();
        String answer = raw("GET /api/v1/status HTTP/1.1", host);
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        answer = raw("GET / HTTP/1.1", host);
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
    }

    @Test
    void answersToNoOtherPort() throws IOException {
        String answer = raw("GET /api/v1/status HTTP/1.1", "Host: 127.0.0.1");
        assertTrue(answer.startsWith("HTTP/1.1 421 "), answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example",
                "https://127.0.0.1:PORT",
                "http://127.0.0.1",
                "http://127.0.0.1:1",
                "http://127.0.0.1:PORT.evil.example",
                "null",
                ""
            })
    void takesNothingFromPagesOfOtherSites(String origin) {
        String foreign = origin.replace("PORT", Integer.toString(server.port()));
        assertEquals(
                "403 wrong-origin", client.post("/api/v1/apply", "{}", "Origin", foreign).code());
        assertEquals("403 wrong-origin", client.get("/api/v1/status", "Origin", foreign).code());
        assertEquals(
                "403 wrong-origin",
                client.get("/api/v1/status", "Sec-Fetch-Site", "cross-site").code());
    }

    @Test
    void letsSomebodyFollowALinkFromElsewhere() {
        Client.Answer page =
                client.get("/", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate");
        assertEquals(200, page.status());
    }

    @Test
    void allowsItsPagesOnlyWhatIsItsOwn() {
        Client.Answer page = client.get("/");
        String policy = page.header("Content-Security-Policy");
        assertTrue(policy.startsWith("default-src 'self'"), policy);
        assertTrue(!policy.contains("unsafe"), policy);
        assertEquals("nosniff", page.header("X-Content-Type-Options"));
        assertEquals("no-referrer", page.header("Referrer-Policy"));
        assertEquals("same-origin", page.header("Cross-Origin-Resource-Policy"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..%2f..%2fetc%2fpasswd",
                "%2e%2e%2f%2e%2e%2fendpoint.json",
                "..%5c..%5cendpoint.json",
                "%2e%2e",
                "..",
                ".",
                "%00",
                "a%00b",
                "%c0%ae%c0%ae",
                "....//....//endpoint.json",
                ";/../endpoint.json",
                "%252e%252e%252fendpoint.json"
            })
    void leadsNobodyOutOfItsFolders(String way) throws IOException {
        for (String path : ways()) {
            String answer =
                    raw(path.formatted(way) + " HTTP/1.1", "Host: 127.0.0.1:" + server.port());
            int status = Integer.parseInt(answer.substring(9, 12));
            boolean isPage = !path.contains("/api/") && answer.contains("<!doctype html>");
            assertTrue(isPage || answer.contains("{\"refused\":[{\"code\":"), path + answer);
            assertTrue((status >= 400 && status < 500) || isPage, path + ": " + answer);
            assertTrue(!answer.contains("token\":") && !answer.contains("root:"), answer);
        }
    }

    /** Each place in an address that there is, the others filled with what fits. */
    private List<String> ways() {
        List<String> ways = new ArrayList<>(List.of("GET /%s", "GET /assets/%s"));
        JsonNode paths = client.get("/api/openapi.json").json().get("paths");
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            String method = path.getValue().fieldNames().next().toUpperCase(Locale.ROOT);
            String address = path.getKey();
            for (int at = address.indexOf('{'); at >= 0; at = address.indexOf('{', at + 1)) {
                String open =
                        address.substring(0, at)
                                + "%s"
                                + address.substring(address.indexOf('}', at) + 1);
                ways.add(
                        method
                                + " "
                                + open.replace("{table}", "shop.partner").replace("{id}", "a"));
            }
        }
        assertTrue(ways.size() > 12, ways.toString());
        return ways;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/apply",
                "/api/v1/purge",
                "/api/v1/import/shop.partner",
                "/api/v1/files"
            })
    void takesNoBodyWithoutAnEnd(String path) throws IOException {
        String type = path.contains("apply") || path.contains("purge") ? "json" : "octet-stream";
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    head(
                            "POST " + path + " HTTP/1.1",
                            "Host: 127.0.0.1:" + server.port(),
                            "Content-Type: application/" + type,
                            "Transfer-Encoding: chunked"));
            long sent = sendUntilItIsCutOff(out, socket.getInputStream());
            assertTrue(sent < 400L << 20, sent + " bytes were taken");
        }
    }

    @Test
    void doesNotListenToAStrangerWhoNeverEnds() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            OutputStream out = socket.getOutputStream();
            String head =
                    "POST /api/v1/files HTTP/1.1\r\nHost: 127.0.0.1:"
                            + server.port()
                            + "\r\nTransfer-Encoding: chunked\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes(12);
            assertEquals("HTTP/1.1 401", new String(answer, StandardCharsets.US_ASCII));
        }
    }

    /** How much was taken of a body that goes on as long as anybody listens. */
    private static long sendUntilItIsCutOff(OutputStream out, InputStream in) throws IOException {
        byte[] chunk = new byte[1 << 20];
        byte[] length = "100000\r\n".getBytes(StandardCharsets.US_ASCII);
        long sent = 0;
        try {
            while (in.available() == 0 && sent < 1L << 30) {
                out.write(length);
                out.write(chunk);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                sent += chunk.length;
            }
        } catch (IOException e) {
            return sent; // it hung up, which will do
        }
        String answer = new String(in.readNBytes(12), StandardCharsets.US_ASCII);
        assertEquals("HTTP/1.1 413", answer);
        return sent;
    }

    @Test
    void takesNoEndlessHeads() throws IOException {
        String answer =
                raw(
                        "GET /api/v1/status HTTP/1.1",
                        "Host: 127.0.0.1:" + server.port(),
                        "X: " + "x".repeat(100_000));
        assertTrue(answer.startsWith("HTTP/1.1 431 "), answer);
        answer =
                raw(
                        "GET /api/v1/status?x=" + "x".repeat(100_000) + " HTTP/1.1",
                        "Host: 127.0.0.1:" + server.port());
        assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
    }

    @Test
    void says413ToABodyThatSaysItselfThatItIsTooLong() throws IOException {
        String answer =
                raw(
                        "POST /api/v1/apply HTTP/1.1",
                        "Host: 127.0.0.1:" + server.port(),
                        "Content-Type: application/json",
                        "Content-Length: 99999999999999");
        assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
    }

    /** By hand, because no client sends such things. */
    private String raw(String... lines) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write(head(lines));
            byte[] answer = socket.getInputStream().readAllBytes();
            return new String(answer, StandardCharsets.UTF_8);
        }
    }

    private byte[] head(String... lines) {
        String head =
                String.join("\r\n", lines)
                        + "\r\nAuthorization: Bearer "
                        + desk.home().token()
                        + "\r\nConnection: close\r\n\r\n";
        return head.getBytes(StandardCharsets.UTF_8);
    }
}
