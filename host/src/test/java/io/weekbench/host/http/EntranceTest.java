package io.weekbench.host.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.host.Desk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in. */
class EntranceTest {
    private static final String STATUS = "/api/v1/status";

    private final Desk desk = new Desk();
    private final Server server = Server.start(desk.home(), "0.1.0", 0);
    private final Client stranger = Client.stranger(server.address());
    private final String token = desk.home().token();
    private final String cookie = "weekbench-" + server.port();

    @AfterEach
    void close() {
        server.close();
        desk.close();
    }

    @Test
    void givesABrowserACookieAndSendsItOn() {
        Client.Answer answer = stranger.get("/?token=" + token);
        assertEquals("303 /", answer.status() + " " + answer.header("Location"));
        assertEquals(
                cookie + "=" + token + "; Path=/; HttpOnly; SameSite=Strict",
                answer.header("Set-Cookie"));
        assertEquals("", answer.body());
        assertEquals(200, with("Cookie", cookie + "=" + token, "/").status());
        assertEquals(200, with("Cookie", cookie + "=" + token, STATUS).status());
        Client.Answer again = with("Cookie", cookie + "=" + token, "/?token=of-an-earlier-start");
        assertEquals("303 /", again.status() + " " + again.header("Location"));
    }

    @Test
    void letsAProgramInByItsHeader() {
        assertEquals(200, with("Authorization", "Bearer " + token, STATUS).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/status",
                "/api/v1/trackers",
                "/api/v1/commits/stream",
                "/api/v1/backup",
                "/api/v1/files/none",
                "/api/v1/nothing",
                "/api/nothing"
            })
    void answersNobodyWithoutAToken(String path) {
        assertEquals("401 no-token", stranger.get(path).code());
        assertEquals("401 no-token", stranger.post(path, "{}").code());
        assertEquals("401 no-token", stranger.get(path + "?token=" + token).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "", " ", "Bearer", "%s0", "é"})
    void answersNobodyWithAnotherToken(String other) {
        String wrong = other.replace("%s", token);
        assertEquals("401 wrong-token", with("Cookie", cookie + "=" + wrong, STATUS).code());
        assertEquals("401 wrong-token", with("Authorization", "Basic " + token, STATUS).code());
        assertEquals("401 no-token", with("Cookie", "weekbench-1=" + token, STATUS).code());
    }

    @Test
    void changesNothingForAStranger() {
        String one = "{\"requests\":[{\"create\":\"shop.partner\",\"values\":{\"name\":\"A\"}}]}";
        assertEquals("401 no-token", stranger.post("/api/v1/apply", one).code());
        assertEquals("401 no-token", stranger.post("/api/v1/undo/1", "").code());
        assertEquals("401 no-token", stranger.method("DELETE", STATUS).code());
        assertEquals(1, desk.live().store().revision());
    }

    @Test
    void tellsABrowserWithoutATokenWhereToFindTheAddress() {
        for (String path : new String[] {"/", "/index.html", "/assets/x.js", "/a/place"}) {
            Client.Answer page = stranger.get(path);
            assertEquals(401, page.status(), path);
            assertTrue(page.body().contains("启动时显示的地址"), page.body());
            assertTrue(page.body().contains("run <code>weekbench serve</code> once"), page.body());
            assertTrue(!page.body().contains(token), "the token is not told");
        }
        Client.Answer stale = stranger.get("/?token=of-an-earlier-start");
        assertEquals(401, stale.status());
        assertTrue(stale.body().contains("of an earlier start"), stale.body());
        assertEquals("", stale.header("Set-Cookie"));
    }

    @Test
    void hasAnotherTokenAtEachStart() {
        try (Desk other = new Desk()) {
            assertTrue(!other.home().token().equals(token));
            assertEquals(32, token.length());
        }
    }

    private Client.Answer with(String header, String value, String path) {
        return stranger.get(path, header, value);
    }
}
