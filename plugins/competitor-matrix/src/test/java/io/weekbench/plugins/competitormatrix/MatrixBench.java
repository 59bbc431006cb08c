package io.weekbench.plugins.competitormatrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.weekbench.api.Grounds;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Origin;
import io.weekbench.api.Outcome;
import io.weekbench.api.Problem;
import io.weekbench.api.Request;
import io.weekbench.api.Snapshot;
import io.weekbench.host.transfer.FileInMemory;
import io.weekbench.host.transfer.Format;
import io.weekbench.host.transfer.ImportReport;
import io.weekbench.host.transfer.Progress;
import io.weekbench.host.transfer.TableImport;
import io.weekbench.host.workbench.Caller;
import io.weekbench.testkit.TestWorkbench;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small matrix: our product and Oracle, two releases each, two features, no values yet. */
final class MatrixBench implements AutoCloseable {
    static final ItemRef OURS = new ItemRef(CompetitorMatrix.PRODUCT, "ours");
    static final ItemRef ORACLE = new ItemRef(CompetitorMatrix.PRODUCT, "oracle");
    static final ItemRef MERGE = new ItemRef(CompetitorMatrix.FEATURE, "merge");
    static final ItemRef JSON = new ItemRef(CompetitorMatrix.FEATURE, "json");
    static final ItemRef CELL = cell("merge-oracle");

    final TestWorkbench bench;

    MatrixBench() throws IOException {
        bench = TestWorkbench.withFolder(Path.of(""), new CompetitorMatrix());
        bench.accepted(
                batch(
                        create(OURS, Map.of("name", "Ours", "kind", "own")),
                        create(ORACLE, Map.of("name", "Oracle", "kind", "oracle")),
                        create(MERGE, Map.of("group", "SQL", "name", "MERGE")),
                        create(JSON, Map.of("group", "Types", "name", "JSON")),
                        release(OURS, "1", 100),
                        release(OURS, "2", 200),
                        release(ORACLE, "19", 1900),
                        release(ORACLE, "23", 2300)));
    }

    static ItemRef cell(String id) {
        return new ItemRef(CompetitorMatrix.CELL, id);
    }

    static ItemRef release(String id) {
        return new ItemRef(CompetitorMatrix.RELEASE, id);
    }

    static Request release(ItemRef product, String name, long position) {
        return create(
                release(product.id() + "-" + name),
                Map.of("product", product, "name", name, "position", position));
    }

    static Request batch(Request... requests) {
        return new Request.Batch("", List.of(requests));
    }

    static Request create(ItemRef ref, Map<String, Object> values) {
        return new Request.Create(ref.table(), ref.id(), values, Grounds.NONE);
    }

    /** MERGE at Oracle 19. */
    static Request value(Map<String, Object> values) {
        return value(CELL, MERGE, ORACLE, "oracle-19", values);
    }

    static Request value(
            ItemRef ref,
            ItemRef feature,
            ItemRef product,
            String since,
            Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("feature", feature);
        all.put("product", product);
        all.put("since", release(since));
        return create(ref, all);
    }

    static Request set(ItemRef ref, Map<String, Object> values) {
        return new Request.Update(ref, Request.ANY, new HashMap<>(values));
    }

    void accepted(Request... requests) {
        for (Request request : requests) {
            bench.accepted(request);
        }
    }

    Outcome fromAFile(Request request) {
        return bench.live()
                .submit(new Caller("tester", new Origin(Origin.Kind.IMPORT, "m.csv")), request);
    }

    void reported(Request request) {
        assertInstanceOf(Outcome.Accepted.class, fromAFile(request));
    }

    static List<String> refused(Outcome outcome) {
        return assertInstanceOf(Outcome.Refused.class, outcome).problems().stream()
                .map(Problem::code)
                .toList();
    }

    /** As {@code import} of a file does. */
    ImportReport bring(String table, Format format, byte[] content) throws IOException {
        Caller caller = new Caller("tester", new Origin(Origin.Kind.IMPORT, "file"));
        return new TableImport(bench.live(), caller)
                .run(
                        bench.live().catalog().table(table).orElseThrow(),
                        new FileInMemory("file", content),
                        "file",
                        new TableImport.Options(format, Map.of(), "", false),
                        Progress.NONE);
    }

    void brought(String table, String csv) throws IOException {
        ImportReport report = bring(table, Format.CSV, csv.getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(), report.problems(), () -> "of\n" + csv);
    }

    Snapshot now() {
        return bench.as("tester").snapshot();
    }

    Item stored() {
        return now().get(CELL).orElseThrow();
    }

    List<Item> all(String table) {
        return now().scan(table).toList();
    }

    /**
     * Each source of MERGE at Oracle 19: what it says, and whether that counts against the value.
     */
    List<String> sources() {
        return now().referring(CELL, CompetitorMatrix.EVIDENCE + ".cell").stream()
                .map(
                        row ->
                                row.text("address").orElseThrow()
                                        + " says "
                                        + row.text("says").orElseThrow()
                                        + (row.bool("agrees").orElseThrow()
                                                ? ""
                                                : ", contradicting"))
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        bench.close();
    }
}
