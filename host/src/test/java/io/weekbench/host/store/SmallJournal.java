package io.weekbench.host.store;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.WeekbenchException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A journal of a few segments that fits on one page, for tests that break every part of it. */
final class SmallJournal {
    static final JournalOptions OPTIONS = new JournalOptions(512, Runnable::run);

    private SmallJournal() {}

    /** Writes commits 1 to {@code count} in groups of two, and closes. */
    static List<StoredCommit> write(SimulatedDisk disk, int count) throws IOException {
        List<StoredCommit> written = new ArrayList<>();
        try (Journal journal = Journal.open(disk, OPTIONS, 0)) {
            for (int revision = 1; revision <= count; revision++) {
                StoredCommit commit = Commits.edit(revision);
                written.add(commit);
                journal.append(commit);
                if (revision % 2 == 0) {
                    journal.force();
                }
            }
            journal.force();
        }
        return written;
    }

    /** All commits as text. */
    static List<String> texts(List<StoredCommit> commits) {
        return commits.stream().map(Commits::text).toList();
    }

    static List<String> read(Journal journal) {
        List<String> read = new ArrayList<>();
        journal.replay(1, (commit, where) -> read.add(Commits.text(commit)));
        return read;
    }

    /** Opens and reads it all; one line that says so where it is found to be damaged. */
    static List<String> openAndRead(Disk disk, long reached) throws IOException {
        try (Journal journal = Journal.open(disk, OPTIONS, reached)) {
            return read(journal);
        } catch (WeekbenchException e) {
            if (e.code() != ErrorCode.DAMAGED) {
                throw e;
            }
            return List.of("damaged");
        }
    }
}
