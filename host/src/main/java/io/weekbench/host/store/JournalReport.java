package io.weekbench.host.store;

import java.util.List;

/**
 * What a reading of the whole journal found.
 *
 * @param commits that could be read
 * @param lastRevision that there surely was
 * @param lost revisions up to there that could not be read
 * @param unreadable places; what a crash left behind the last commit is none
 * @param missingFiles that must have been there, because later ones are
 */
public record JournalReport(
        int segments,
        long commits,
        long lastRevision,
        List<Revisions> lost,
        List<Unreadable> unreadable,
        List<String> missingFiles) {

    public JournalReport {
        lost = List.copyOf(lost);
        unreadable = List.copyOf(unreadable);
        missingFiles = List.copyOf(missingFiles);
    }

    public boolean isSound() {
        return lost.isEmpty() && unreadable.isEmpty() && missingFiles.isEmpty();
    }

    /** From the first to the last, both included. */
    public record Revisions(long first, long last) {}
}
