package io.weekbench.host.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weekbench.api.Evidence;
import io.weekbench.api.Grounds;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Money;
import io.weekbench.api.Origin;
import io.weekbench.api.Text;
import io.weekbench.host.store.Body;
import io.weekbench.host.store.StoredChange;
import io.weekbench.host.store.StoredCommit;
import io.weekbench.host.store.WrittenHome;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.FieldType;
import io.weekbench.host.tracker.SpecCodec;
import io.weekbench.host.tracker.TableSpec;
import io.weekbench.host.tracker.TrackerSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RescueFileTest {
    private static final String UPDATE =
            """
            {"revision":2,"time":"2026-08-17T09:42:00Z","actor":"wang","reason":"调整",\
            "origin":{"kind":"import","name":"plan.csv"},"step":2,"causedBy":0,"changes":[\
            {"kind":"updated","table":"plan.item","id":"a","values":{"name":"版本","due":"2026-09-30",\
            "cost":{"amount":"12.30","currency":"CNY"},"owner":"team.person/li","9":["x","y"]},\
            "answers":{"slip":"R&D"},"evidence":[{"address":"mail:1","quote":"晚一周",\
            "foundOn":"2026-08-16"}]},\
            {"kind":"deleted","table":77,"id":"b"}]}""";

    private static final String OTHER =
            """
            {"revision":3,"time":"2026-08-17T09:42:00Z","actor":"wang","reason":"调整",\
            "origin":{"kind":"import","name":"plan.csv"},"step":3,"causedBy":0,"changes":[\
            {"kind":"created","table":77,"id":"c","values":{"1":"1.50"}}]}""";

    @TempDir private Path home;

    @Test
    void writesACommitALineWithTheNamesThatSpecsGive() throws IOException {
        WrittenHome.write(home, List.of(spec(), update(), other()));
        assertEquals(
                List.of(
                        UPDATE,
                        OTHER,
                        """
                        {"missing":{"commits":3,"lastRevision":3,"lost":[],"unreadable":[],\
                        "missingFiles":[]}}"""),
                rescue().subList(1, 4));
    }

    @Test
    void saysLastWhatIsMissing() throws IOException {
        List<Integer> offsets = WrittenHome.write(home, List.of(spec(), update(), other()));
        WrittenHome.harm(home, offsets.get(1) + 50);
        List<String> lines = rescue();
        assertEquals(3, lines.size(), () -> "lines: " + lines);
        assertEquals(OTHER, lines.get(1));
        int length = offsets.get(2) - offsets.get(1);
        String missing = lines.get(2).replaceAll("\"length\":\\d+", "\"length\":about");
        assertEquals(
                "{\"missing\":{\"commits\":2,\"lastRevision\":3,\"lost\":[[2,2]],\"unreadable\":[{"
                        + "\"file\":\"journal/000001.seg\",\"offset\":"
                        + offsets.get(1)
                        + ",\"length\":about}],\"missingFiles\":[]}}",
                missing,
                () -> "the frame has " + length + " bytes");
    }

    @Test
    void writesNumbersWhereTheSpecIsLost() throws IOException {
        List<Integer> offsets = WrittenHome.write(home, List.of(spec(), update(), other()));
        WrittenHome.harm(home, offsets.get(0) + 50);
        String named = "\"table\":\"plan.item\",\"id\":\"a\",\"values\":{\"name\":";
        String numbered = "\"table\":16,\"id\":\"a\",\"values\":{\"1\":";
        String expected =
                UPDATE.replace(named, numbered)
                        .replace("\"due\"", "\"2\"")
                        .replace("\"cost\"", "\"3\"")
                        .replace("\"owner\"", "\"4\"");
        assertEquals(expected, rescue().get(0));
    }

    private List<String> rescue() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RescueFile.write(home, out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static StoredCommit spec() {
        Text label = new Text("x", "x");
        List<FieldSpec> fields =
                List.of(
                        FieldSpec.named("name", FieldType.TEXT, label).number(1).build(),
                        FieldSpec.named("due", FieldType.DATE, label).number(2).build(),
                        FieldSpec.named("cost", FieldType.MONEY, label).number(3).build(),
                        FieldSpec.named("owner", FieldType.REFERENCE, label).number(4).build());
        TableSpec table =
                new TableSpec(16, "plan.item", label, List.of(), "name", false, true, fields);
        TrackerSpec tracker =
                new TrackerSpec("plan", "1.0", label, null, List.of(table), List.of());
        Map<Integer, Object> values = Map.of(1, "1.0", 2, SpecCodec.write(tracker));
        return commit(1, change(StoredChange.Kind.CREATED, 1, "plan", values, Grounds.NONE));
    }

    private static StoredCommit update() {
        Map<Integer, Object> values = new LinkedHashMap<>();
        values.put(1, "版本");
        values.put(2, LocalDate.of(2026, 9, 30));
        values.put(3, new Money(new BigDecimal("12.30"), "CNY"));
        values.put(4, new ItemRef("team.person", "li"));
        values.put(9, List.of("x", "y"));
        Evidence evidence = new Evidence("mail:1", "晚一周", LocalDate.of(2026, 8, 16));
        Grounds grounds = new Grounds(Map.of("slip", "R&D"), List.of(evidence));
        return commit(
                2,
                change(StoredChange.Kind.UPDATED, 16, "a", values, grounds),
                change(StoredChange.Kind.DELETED, 77, "b", null, Grounds.NONE));
    }

    private static StoredCommit other() {
        Map<Integer, Object> values = Map.of(1, new BigDecimal("1.50"));
        return commit(3, change(StoredChange.Kind.CREATED, 77, "c", values, Grounds.NONE));
    }

    private static StoredChange change(
            StoredChange.Kind kind,
            int table,
            String id,
            @org.jspecify.annotations.Nullable Map<Integer, Object> values,
            Grounds grounds) {
        byte[] body = values == null ? null : Body.encode(values);
        return new StoredChange(
                kind, table, id, body, true, null, null, List.of(), List.of(), grounds);
    }

    private static StoredCommit commit(long revision, StoredChange... changes) {
        return new StoredCommit(
                new StoredCommit.Head(
                        revision,
                        Instant.parse("2026-08-17T09:42:00Z"),
                        "wang",
                        "调整",
                        new Origin(Origin.Kind.IMPORT, "plan.csv"),
                        revision,
                        0,
                        0),
                List.of(changes));
    }
}
