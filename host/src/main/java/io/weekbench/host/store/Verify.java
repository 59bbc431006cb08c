package io.weekbench.host.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads every checksum of the journal and of the files beside it; changes nothing. */
public final class Verify {
    private final Disk disk;
    private final Set<String> referred = new TreeSet<>();
    private final List<String> damaged = new ArrayList<>();

    /**
     * What was found.
     *
     * @param files how many attachments there are
     * @param damagedFiles hashes of those whose content has another one
     * @param missingFiles hashes that items refer to, or did, and for which there is none
     */
    public record Report(
            JournalReport journal,
            long files,
            List<String> damagedFiles,
            List<String> missingFiles) {

        public Report {
            damagedFiles = List.copyOf(damagedFiles);
            missingFiles = List.copyOf(missingFiles);
        }

        public boolean isSound() {
            return journal.isSound() && damagedFiles.isEmpty() && missingFiles.isEmpty();
        }
    }

    private Verify(Disk disk) {
        this.disk = disk;
    }

    public static Report run(Path home) throws IOException {
        return run(new LocalDisk(home));
    }

    static Report run(Disk disk) throws IOException {
        return new Verify(disk).run();
    }

    private Report run() throws IOException {
        JournalReport journal = Salvage.run(disk, this::collect);
        List<String> files = Attachments.all(disk);
        for (String file : files) {
            if (!Attachments.isIntact(disk, file)) {
                damaged.add(file);
            }
        }
        referred.removeAll(files);
        return new Report(journal, files.size(), damaged, List.copyOf(referred));
    }

    private void collect(StoredCommit commit) {
        commit.changes().forEach(change -> referred.addAll(Attachments.in(change.body())));
    }
}
