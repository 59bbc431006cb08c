package io.weekbench.host.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/** Homes with nothing but a journal, for tests of other packages. */
public final class WrittenHome {
    private WrittenHome() {}

    /** Writes these commits, and says where each frame begins in the one segment. */
    public static List<Integer> write(Path home, List<StoredCommit> commits) throws IOException {
        JournalOptions options = new JournalOptions(1 << 16, Runnable::run);
        try (Journal journal = Journal.open(new LocalDisk(home), options, 0)) {
            List<Integer> offsets =
                    commits.stream()
                            .map(commit -> journal.append(commit).position().offset())
                            .toList();
            journal.force();
            return offsets;
        }
    }

    /** Writes a byte over another in the first segment. */
    public static void harm(Path home, int offset) throws IOException {
        try (DiskFile file = new LocalDisk(home).open(Segment.name(1))) {
            file.write(offset, ByteBuffer.wrap(new byte[] {'!'}));
        }
    }
}
