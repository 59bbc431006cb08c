package io.weekbench.testkit.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.api.Commit;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Origin;
import io.weekbench.api.Snapshot;
import io.weekbench.api.Workbench;
import io.weekbench.host.home.Home;
import io.weekbench.host.plugin.Distribution;
import io.weekbench.host.workbench.Caller;
import io.weekbench.host.workbench.IndexCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that write are killed with SIGKILL at random points; what is found afterwards must hold
 * everything that was acknowledged, nothing torn, and read as its own journal says.
 *
 * <p>More kills: {@code mvn -Pcampaign test -Dkills=1000}.
 */
class CrashCampaignTest {
    private static final int KILLS_A_HOME = 10;

    @TempDir private Path folder;

    private int acknowledged;

    @Test
    void fiftyKills() throws IOException, InterruptedException {
        kill(50, 1);
    }

    @Tag("long")
    @Test
    void asManyKillsAsAskedFor() throws IOException, InterruptedException {
        kill(Integer.getInteger("kills", 1000), 10_000);
    }

    private void kill(int kills, long firstSeed) throws IOException, InterruptedException {
        for (int i = 0; i < kills; i++) {
            Path home = folder.resolve("home" + i / KILLS_A_HOME);
            List<String> said = new Crash(home, firstSeed + i).run();
            acknowledged += said.size();
            check(home, said, "seed " + (firstSeed + i));
        }
        System.out.println(
                kills + " kills: " + acknowledged + " acknowledged commits, all there, none torn");
        assertTrue(acknowledged > kills, "the processes lived long enough to commit something");
    }

    private static void check(Path folder, List<String> said, String seed) {
        try (Home home = Home.open(folder, Distribution.NONE, Clock.systemUTC())) {
            Workbench workbench =
                    home.workbench().as(new Caller("check", new Origin(Origin.Kind.HOST, "")));
            Model model = new Model();
            workbench.commitsSince(0, Integer.MAX_VALUE).forEach(model::apply);
            for (String acknowledgement : said) {
                assertTold(model, acknowledgement, seed);
            }
            Snapshot now = workbench.snapshot();
            assertEquals(now.revision(), model.revision(), seed);
            if (home.workbench().catalog().table("desk.project").isEmpty()) {
                assertEquals(List.of(), said, seed + ": told before there was a table");
                return; // killed while it was still making its tables known
            }
            assertEquals(model.latest(), Model.read(now), seed + ": state against journal");
            IndexCheck.assertAgrees(home.workbench(), seed);
            model.latest().forEach((ref, values) -> assertFound(now, model, ref, values, seed));
        }
    }

    private static void assertTold(Model model, String acknowledgement, String seed) {
        int revision = Integer.parseInt(acknowledgement.split(" ")[0]);
        assertTrue(
                revision <= model.revision(),
                () -> seed + ": acknowledged " + revision + " of " + model.revision() + " is lost");
        Commit commit = model.commits().get(revision - 1);
        assertEquals(acknowledgement, CrashWriter.acknowledgement(commit), seed);
    }

    private static void assertFound(
            Snapshot now, Model model, ItemRef ref, Map<String, Object> values, String seed) {
        if (ref.table().equals("desk.project")) {
            assertEquals(
                    ref,
                    now.byKey("desk.project", List.of(values.get("name")))
                            .map(Item::ref)
                            .orElse(null),
                    seed + ": by key");
            assertEquals(
                    model.referring(now.revision(), ref, "project"),
                    now.referring(ref, "desk.task.project").stream().map(Item::ref).toList(),
                    seed + ": by reference");
        }
    }
}
