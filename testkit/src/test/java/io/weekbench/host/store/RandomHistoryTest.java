package io.weekbench.host.store;

import io.weekbench.testkit.store.ModelStore;
import io.weekbench.testkit.store.RandomHistory;
import io.weekbench.testkit.store.SameAnswers;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MapDbStore answers as the model does, whatever happens and however often it is reopened. */
final class RandomHistoryTest {
    /** Small enough for many checkpoints, and for a rebuild to be rare. */
    private static final StateOptions SMALL = new StateOptions(1 << 17, 1 << 15, Runnable::run);

    @TempDir private Path homes;

    @Test
    void answersAsTheModelDoes() {
        for (long seed = 1; seed <= 3; seed++) {
            live(seed, 40);
        }
    }

    @Test
    @Tag("long")
    void answersAsTheModelDoesThroughLongHistories() {
        for (long seed = 1000; seed < 1100; seed++) {
            live(seed, 400);
        }
    }

    private void live(long seed, int groups) {
        Random random = new Random(seed);
        RandomHistory history = new RandomHistory(seed);
        LocalDisk disk = new LocalDisk(homes.resolve("seed-" + seed));
        Store model = new ModelStore();
        MapDbStore store = open(disk);
        for (int i = 0; i < groups; i++) {
            List<StoredCommit> group = history.group();
            model.commit(group);
            store.commit(group);
            SameAnswers.at(random.nextLong(store.revision() + 1), model, store, "seed " + seed);
            if (random.nextInt(20) == 0) {
                store.close();
                store = open(disk);
            }
        }
        SameAnswers.atEveryRevision(model, store, "seed " + seed);
        store.close();
        SameAnswers.atEveryRevision(model, open(disk), "seed " + seed + ", reopened");
    }

    private static MapDbStore open(Disk disk) {
        return MapDbStore.open(disk, JournalOptions.DEFAULT, SMALL);
    }
}
