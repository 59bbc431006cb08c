package io.weekbench.plugins.communitynews.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Python's feedparser is what readers of feeds are measured by; these are its own checks, those
 * that apply to any reader. What we do otherwise on purpose: we show no SVG, keep to RFC 7303 (XML
 * without a charset is not ASCII) and expand no entity of a DTD.
 */
class FeedparserCorpusTest {
    private final List<String> missed = new ArrayList<>();
    private int all;
    private int content;
    private int contentMissed;

    @Test
    void doesWhatFeedparserDoes() throws IOException {
        for (JsonNode test : Corpora.json("feedparser/EXPECTED.json")) {
            if (test.path("profile").asText().equals("core")) {
                check(test);
            }
        }
        String report =
                "all " + share(all, missed.size()) + ", content " + share(content, contentMissed);
        assertTrue(missed.size() <= 16, () -> report + "\n" + String.join("\n", missed));
        assertEquals(570, all, "checks");
    }

    private static String share(int all, int missed) {
        return (all - missed) + " of " + all;
    }

    private void check(JsonNode test) throws IOException {
        Path file = Corpora.feeds().resolve("feedparser").resolve(test.path("file").asText());
        byte[] bytes = Files.readAllBytes(file);
        JsonNode read;
        try {
            String type = test.path("http_headers").path("Content-type").asText();
            read =
                    FeedparserPath.of(
                            FeedReader.read(
                                    bytes, type, "http://127.0.0.1:8097/" + file.getFileName()));
        } catch (NotAFeedException e) {
            read = MissingNode.getInstance();
        }
        for (JsonNode check : test.path("checks")) {
            boolean ofContent = !check.path("path").path(0).asText().equals("bozo");
            all++;
            content += ofContent ? 1 : 0;
            JsonNode value = FeedparserPath.at(read, check.path("path"));
            if (!holds(check, value)) {
                contentMissed += ofContent ? 1 : 0;
                missed.add(test.path("file").asText() + " " + check + " came " + value);
            }
        }
    }

    private static boolean holds(JsonNode check, @Nullable JsonNode value) {
        return switch (check.path("op").asText()) {
            case "truthy" -> value != null && value.asBoolean();
            case "falsy" -> value != null && !value.asBoolean();
            default -> value != null && same(check.path("value"), value);
        };
    }

    /** Also where the same HTML is written another way: {@code <br>} as {@code <br />}. */
    private static boolean same(JsonNode expected, JsonNode came) {
        boolean bothTexts = expected.isTextual() && came.isTextual();
        return bothTexts
                ? html(expected.textValue()).equals(html(came.textValue()))
                : expected.equals(came);
    }

    private static String html(String text) {
        return Jsoup.parse(text).html();
    }
}
