package io.weekbench.host.plugin;

import static io.weekbench.host.plugin.Bench.done;
import static io.weekbench.host.plugin.Bench.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a plugin's code may do, and what becomes of the rest when it does something else. */
@Timeout(60)
class FenceTest {
    private static final String JUDGES =
            """
            public List<Rule> rules() {
                return List.of(new Rule() {
                    public Set<String> tables() { return Set.of("mine.note"); }
                    public void judge(Proposal proposal) { %s }
                });
            }
            """;

    @TempDir Path folder;
    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
        done(bench.plugins().install(PluginZip.of("other", "1.0.0").zip()));
        bench.write("other.note", "theirs");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static PluginZip judging(String body) {
        return PluginZip.of("mine", "1.0.0").tracker(JUDGES.formatted(body));
    }

    private static PluginZip starting(String body) {
        return PluginZip.of("mine", "1.0.0")
                .tracker("public void start(Workbench w) {" + body + "}");
    }

    /** What is said of a plugin that failed as it did this at its start. */
    private String said(PluginZip plugin) {
        Answer answer = bench.plugins().install(plugin.zip());
        return answer instanceof Answer.Refused no
                ? no.problems().get(0).message().en().replaceFirst(".*Exception: ", "")
                : "started";
    }

    private String standing(String id) {
        return bench.standing().get(id + " 1.0.0");
    }

    @Test
    void aRuleThatThrowsRefusesTheRequestAndIsShown() {
        done(
                bench.plugins()
                        .install(
                                judging(
                                                "if (proposal.edits().get(0).after().text(\"name\").orElse(\"\").equals(\"bad\")) throw new Error(\"on purpose\");")
                                        .zip()));
        assertEquals("[plugin-failed]", bench.write("mine.note", "bad"));
        assertEquals("started [failing]", standing("mine"));
        assertEquals("accepted", bench.write("other.note", "goes on"));
        assertEquals("accepted", bench.write("mine.note", "good"));
        assertEquals("started", standing("mine"));
    }

    @Test
    void aRuleThatHangsIsQuarantinedAndItsTablesTurnReadOnly() {
        done(
                bench.plugins()
                        .install(
                                judging(
                                                "while (!Thread.currentThread().isInterrupted()) Thread.onSpinWait();")
                                        .zip()));
        assertEquals("[plugin-failed]", bench.write("mine.note", "x"));
        assertEquals("quarantined [quarantined]", standing("mine"));
        assertEquals("[tracker-not-loaded]", bench.write("mine.note", "x"));
        assertEquals("accepted", bench.write("other.note", "goes on"));

        Answer answer = bench.plugins().install(PluginZip.of("mine", "1.1.0").zip());
        assertTrue(((Answer.Done) answer).plugin().restart(), "its thread may still be running");
        assertEquals("[tracker-not-loaded]", bench.write("mine.note", "x"));
        bench.reopen();
        assertEquals("accepted", bench.write("mine.note", "x"));
    }

    @Test
    void aStartThatHangsIsGivenUp() {
        assertEquals(
                List.of("quarantined"),
                refused(
                        bench.plugins()
                                .install(
                                        starting(
                                                        "try { new java.util.concurrent.CountDownLatch(1).await(); } catch (InterruptedException e) {}")
                                                .zip())));
        assertEquals("accepted", bench.write("other.note", "goes on"));
    }

    @Test
    void readsItsOwnTablesAndThoseItDeclares() {
        String reads = "w.snapshot().query(Query.all(\"other.note\"));";
        assertEquals(
                "mine may not read other.note; its tracker.json would have to say so in capabilities.reads",
                said(starting(reads)));
        assertEquals("started", said(starting(reads).capabilities("{'reads': ['other.note']}")));
    }

    @Test
    void everyWayOfReadingIsGuarded() {
        for (String way :
                List.of(
                        "w.snapshot().get(new ItemRef(\"other.note\", \"x\"));",
                        "w.snapshot().scan(\"other.note\");",
                        "w.at(1).byKey(\"other.note\", List.of(\"theirs\"));",
                        "w.asOf(w.clock().instant()).history(new ItemRef(\"other.note\", \"x\"));",
                        "w.snapshot().referring(new ItemRef(\"mine.note\", \"x\"), \"other.note.about\");",
                        "w.listen(new Listener() { public String name() { return \"l\"; } public Set<String> tables() { return Set.of(\"other.note\"); } public void committed(Commit c, Workbench w) {} });")) {
            String said = said(starting(way));
            assertTrue(said.startsWith("mine may not read other.note"), way + " came to " + said);
        }
        assertEquals(
                "started",
                said(
                        starting(
                                "for (Commit c : w.commitsSince(0, 100)) for (Change change : c.changes())"
                                        + " if (change.ref().table().startsWith(\"other.\")) throw new Error(\"saw it\");")));
    }

    @Test
    void writesItsOwnTablesAndThoseItDeclares() {
        String writes =
                "w.submit(new Request.Batch(\"\", List.of(new Request.Create(\"other.note\", Map.of(\"name\", \"n\")))));";
        assertEquals(
                "mine may not write other.note; its tracker.json would have to say so in capabilities.writes",
                said(starting(writes)));
        assertTrue(
                said(starting(writes).capabilities("{'reads': ['other.note']}"))
                        .startsWith("mine may not write other.note"));
        assertEquals("started", said(starting(writes).capabilities("{'writes': ['other.note']}")));
        assertEquals("[key-taken]", bench.write("other.note", "n"));
    }

    @Test
    void takesBackOnlyWhatItDidItself() {
        assertEquals(
                "mine may not undo 3, which is not its own",
                said(starting("w.submit(new Request.Undo(3));")));
        assertEquals(
                "started",
                said(
                        starting(
                                "var out = (Outcome.Accepted) w.submit(new Request.Create(\"mine.note\", Map.of(\"name\", \"n\")));"
                                        + " if (!(w.submit(new Request.Undo(out.commit().revision())) instanceof Outcome.Accepted)) throw new Error();")));
    }

    @Test
    void aRuleSeesAndSetsOnlyWhatItMay() {
        done(
                bench.plugins()
                        .install(
                                judging("proposal.byKey(\"other.note\", List.of(\"theirs\"));")
                                        .zip()));
        assertEquals("[plugin-failed]", bench.write("mine.note", "x"));
        done(bench.plugins().remove("mine"));
        done(
                bench.plugins()
                        .install(
                                judging("proposal.create(\"other.note\", Map.of(\"name\", \"y\"));")
                                        .zip()));
        assertEquals("[plugin-failed]", bench.write("mine.note", "x"));
        assertEquals("accepted", bench.write("other.note", "y"));
    }

    @Test
    void mayJudgeAndImportOnlyItsOwnTables() {
        String said =
                said(
                        PluginZip.of("mine", "1.0.0")
                                .tracker(JUDGES.formatted("").replace("mine.note", "other.note")));
        assertTrue(said.contains("other.note"), said);
        String importer =
                """
                public List<Importer> importers() {
                    return List.of(new Importer() {
                        public String id() { return "i"; }
                        public Text label() { return new Text("i", "i"); }
                        public List<String> tables() { return List.of("other.note"); }
                        public boolean reads(Incoming file) { return true; }
                        public void read(Incoming file, Rows rows) {}
                    });
                }
                """;
        assertTrue(
                said(PluginZip.of("mine", "1.0.0").tracker(importer))
                        .startsWith("mine may not write other.note"));
    }

    /** A facade that was kept is no way in for a plugin that was stopped. */
    @Test
    void whatWasStoppedReachesTheWorkbenchNoMore() throws InterruptedException {
        String keeps =
                """
                static volatile Workbench kept;
                public void start(Workbench w) {
                    Thread thread = new Thread(() -> {
                        try { new java.util.concurrent.CountDownLatch(1).await(); } catch (InterruptedException e) { }
                        try { w.snapshot(); System.setProperty("fence", "open"); }
                        catch (WeekbenchException e) { System.setProperty("fence", e.code().name()); }
                    }, "kept facade");
                    thread.start();
                }
                """;
        done(bench.plugins().install(PluginZip.of("mine", "1.0.0").tracker(keeps).zip()));
        Thread thread =
                Thread.getAllStackTraces().keySet().stream()
                        .filter(one -> one.getName().equals("kept facade"))
                        .findFirst()
                        .orElseThrow();
        done(bench.plugins().remove("mine"));
        thread.interrupt();
        thread.join();
        assertEquals("CLOSED", System.clearProperty("fence"));
    }

    @Test
    void aListenerThatThrowsIsShownAndTheOthersGoOn() throws InterruptedException {
        String listens =
                """
                public void start(Workbench w) {
                    w.listen(new Listener() {
                        public String name() { return "loud"; }
                        public Set<String> tables() { return Set.of("mine.note"); }
                        public void committed(Commit c, Workbench w) { throw new IllegalStateException("on purpose"); }
                    });
                }
                """;
        done(bench.plugins().install(PluginZip.of("mine", "1.0.0").tracker(listens).zip()));
        bench.write("mine.note", "x");
        CountDownLatch shown = new CountDownLatch(1);
        Thread looking =
                new Thread(
                        () -> {
                            while (!"started [failing]".equals(standing("mine"))) {
                                Thread.onSpinWait();
                            }
                            shown.countDown();
                        });
        looking.start();
        shown.await();
        assertEquals("accepted", bench.write("mine.note", "y"));
        assertEquals(
                Map.of("mine 1.0.0", "started [failing]", "other 1.0.0", "started"),
                bench.standing());
    }
}
