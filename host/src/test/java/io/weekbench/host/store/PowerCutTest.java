package io.weekbench.host.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing acknowledged is lost, and nothing given up comes back, however the power goes. */
final class PowerCutTest {

    @Test
    void keepsWhatItAcknowledgedThroughHundredsOfPowerCuts() throws IOException {
        cutPower(1, 100);
    }

    @Test
    @Tag("long")
    void keepsWhatItAcknowledgedThroughManyThousandPowerCuts() throws IOException {
        cutPower(1000, 5000);
    }

    private static void cutPower(long firstSeed, int seeds) throws IOException {
        int cuts = 0;
        int failures = 0;
        for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
            JournalLives lives = new JournalLives(seed);
            for (int life = 0; life < 12; life++) {
                lives.live();
            }
            cuts += lives.cuts();
            failures += lives.failures();
        }
        assertTrue(cuts > 5 * seeds, "power cuts: " + cuts);
        assertTrue(failures > seeds, "refusals by the disk: " + failures);
    }
}
