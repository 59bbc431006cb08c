package io.weekbench.host.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Gets the commits out of a journal that is damaged, as far as they can be read. */
public final class Rescue {
    private Rescue() {}

    /**
     * Gives every readable commit of this home to the visitor, mostly in their order; changes
     * nothing there.
     *
     * @return what is missing
     */
    public static JournalReport read(Path home, Consumer<StoredCommit> visitor) throws IOException {
        return Salvage.run(new LocalDisk(home), visitor);
    }
}
