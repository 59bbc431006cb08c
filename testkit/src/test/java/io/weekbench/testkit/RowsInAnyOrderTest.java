package io.weekbench.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weekbench.api.Importer;
import io.weekbench.api.Incoming;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Rows;
import io.weekbench.api.Text;
import io.weekbench.api.Tracker;
import io.weekbench.host.transfer.ImportReport;
import io.weekbench.host.transfer.RowProblem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A file of many commits whose rows refer to rows far below: its dry run says what it does. */
class RowsInAnyOrderTest {
    private static final String CHAIN =
            """
            {"id": "chain", "version": "1.0.0", "label": {"en": "Chain", "zh": "链"},
             "tables": [
               {"id": "link", "label": {"en": "Link", "zh": "环"}, "key": ["name"], "title": "name",
                "fields": [{"id": "name", "type": "text", "required": true, "label": {"en": "Name", "zh": "名称"}},
                           {"id": "next", "type": "reference", "to": "chain.link", "label": {"en": "Next", "zh": "下一环"}}]}]}
            """;

    private final TestWorkbench bench = TestWorkbench.with(CHAIN, new Chain());

    @AfterEach
    void close() {
        bench.close();
    }

    /** Each line: name | next. */
    private static final class Chain implements Tracker, Importer {
        @Override
        public List<Importer> importers() {
            return List.of(this);
        }

        @Override
        public String id() {
            return "chain";
        }

        @Override
        public Text label() {
            return new Text("Chain", "链");
        }

        @Override
        public List<String> tables() {
            return List.of("chain.link");
        }

        @Override
        public boolean reads(Incoming file) {
            return file.name().endsWith(".chain");
        }

        @Override
        public void read(Incoming file, Rows rows) throws IOException {
            try (BufferedReader lines =
                    new BufferedReader(
                            new InputStreamReader(file.open(), StandardCharsets.UTF_8))) {
                long line = 0;
                for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                    String[] part = text.split("\\|");
                    rows.add(
                            "chain.link",
                            ++line,
                            Map.of("name", part[0], "next", List.of(part[1])));
                }
            }
        }
    }

    @Test
    void eachRowMayReferToOneFarBelow() throws IOException {
        byte[] file = chain(4_500, 2_200);
        ImportReport foreseen = bench.preview("chain", "a.chain", file);
        ImportReport report = bench.bring("chain", "a.chain", file);
        assertEquals(List.of(), codes(report));
        assertEquals(foreseen.counts(), report.counts());
        ItemRef next = (ItemRef) link("n0").value("next").orElseThrow();
        assertEquals(link("n2200").ref(), next);
    }

    @Test
    void aCircleTooLargeForOneCommitIsToldByTheDryRun() throws IOException {
        byte[] file = chain(10_001, 1);
        assertEquals(List.of("circle"), codes(bench.preview("chain", "a.chain", file)));
        assertEquals(List.of("circle"), codes(bench.bring("chain", "a.chain", file)));
    }

    /** Links, each of which leads so many further, round and round. */
    private static byte[] chain(int links, int distance) {
        return IntStream.range(0, links)
                .mapToObj(i -> "n" + i + "|n" + (i + distance) % links + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private Item link(String name) {
        return bench.as("x").snapshot().byKey("chain.link", List.of(name)).orElseThrow();
    }

    private static List<String> codes(ImportReport report) {
        return report.problems().stream().map(RowProblem::code).toList();
    }
}
