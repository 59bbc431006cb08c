package io.weekbench.host.plugin;

import static io.weekbench.host.plugin.Bench.done;
import static io.weekbench.host.plugin.Bench.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins come and go in a home that is open. */
class PluginsTest {
    private static final String REFUSES_BAD =
            """
            public List<Rule> rules() {
                return List.of(new Rule() {
                    public Set<String> tables() { return Set.of("notes.note"); }
                    public void judge(Proposal proposal) {
                        for (Edit edit : proposal.edits())
                            if (edit.after() != null && edit.after().text("name").orElse("").equals("bad"))
                                proposal.refuse(edit, "name", "is-bad", new Text("bad", "坏"), new Text("", ""));
                    }
                });
            }
            """;

    @TempDir Path folder;
    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aHomeBeginsWithoutAny() {
        assertEquals(Map.of(), bench.standing());
    }

    @Test
    void aPluginsRuleJudgesFromTheMomentItIsInstalled() {
        bench.offer(PluginZip.of("notes", "1.0.0").tracker(REFUSES_BAD));
        done(bench.plugins().install("notes"));
        assertEquals(Map.of("notes 1.0.0", "started"), bench.standing());
        assertEquals("accepted", bench.write("notes.note", "good"));
        assertEquals("[is-bad]", bench.write("notes.note", "bad"));
        bench.reopen();
        assertEquals("[is-bad]", bench.write("notes.note", "bad"));
    }

    @Test
    void saysWhatTheCatalogueDoesNotHave() {
        assertEquals(List.of("not-offered"), refused(bench.plugins().install("other")));
    }
}
