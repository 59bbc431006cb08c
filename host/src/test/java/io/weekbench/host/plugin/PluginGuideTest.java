package io.weekbench.host.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.api.Outcome;
import io.weekbench.api.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/plugin-guide.md} makes a plugin that does what it says. */
class PluginGuideTest {
    private static final String SERVICES = "classes/META-INF/services/io.weekbench.api.Tracker";

    @TempDir Path folder;

    @Test
    void itsTrackerRefusesACampaignThatEndsBeforeItBegins() throws IOException {
        try (Bench bench = new Bench(folder)) {
            Bench.done(bench.plugins().install(plugin()));
            assertEquals("accepted", said(bench, "2026-09-01", "2026-09-30"));
            assertEquals("[ends-too-soon]", said(bench, "2026-09-30", "2026-09-01"));
        }
    }

    private static String said(Bench bench, String begins, String ends) {
        Map<String, Object> values =
                Map.of(
                        "name", begins,
                        "begins", LocalDate.parse(begins),
                        "ends", LocalDate.parse(ends));
        Outcome outcome =
                bench.workbench().submit(new Request.Create("campaigns.campaign", values));
        return outcome instanceof Outcome.Refused no
                ? no.problems().stream().map(problem -> problem.code()).toList().toString()
                : "accepted";
    }

    private static byte[] plugin() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(
                "plugin.properties",
                bytes("plugin.id=campaigns\nplugin.version=0.1.0\nplugin.requires=0.1\n"));
        entries.put("tracker.json", bytes(block("json")));
        entries.put(SERVICES, bytes("campaigns.Campaigns\n"));
        PluginZip.compiled(Map.of("Campaigns", block("java")))
                .forEach((name, code) -> entries.put("classes/" + name, code));
        return PluginZip.zip(entries);
    }

    private static String block(String language) throws IOException {
        String page = Files.readString(Path.of("../docs/plugin-guide.md"));
        Matcher block = Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(page);
        assertTrue(block.find(), "the guide has a block of " + language);
        return block.group(1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
