package io.weekbench.host.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** However the power goes, the state is what the journal says, and the journal says everything. */
final class StorePowerCutTest {

    @Test
    void keepsWhatItAcknowledgedThroughPowerCuts() throws IOException {
        cutPower(1, 12);
    }

    @Test
    @Tag("long")
    void keepsWhatItAcknowledgedThroughAThousandPowerCuts() throws IOException {
        cutPower(1000, 250);
    }

    private static void cutPower(long firstSeed, int seeds) throws IOException {
        int cuts = 0;
        int failures = 0;
        for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
            StoreLives lives = new StoreLives(seed);
            for (int life = 0; life < 8; life++) {
                lives.live();
            }
            cuts += lives.cuts();
            failures += lives.failures();
        }
        assertTrue(cuts > 4 * seeds, "power cuts: " + cuts);
        assertTrue(failures > seeds, "refusals by the disk: " + failures);
    }
}
