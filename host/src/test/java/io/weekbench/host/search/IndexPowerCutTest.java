package io.weekbench.host.search;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * However the power goes, the index that is left is whole, comes to where the store is, and says
 * what looking at every item says.
 */
class IndexPowerCutTest {
    private static final int LIVES = 8;

    @TempDir private Path folder;

    @Test
    void saysWhatTheItemsSayAfterPowerCuts() throws IOException {
        cutPower(1, 6);
    }

    @Test
    @Tag("long")
    void saysWhatTheItemsSayAfterAThousandPowerCuts() throws IOException {
        cutPower(1000, 130);
    }

    private void cutPower(long firstSeed, int seeds) throws IOException {
        int cuts = 0;
        int whole = 0;
        for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
            IndexLives lives = new IndexLives(seed, folder.resolve(seed + ".json"));
            for (int life = 0; life < LIVES; life++) {
                lives.live();
            }
            cuts += lives.cuts();
            whole += lives.whole();
        }
        assertTrue(whole > cuts / 2, "cuts: " + cuts + ", of them with an index left: " + whole);
    }
}
