package io.weekbench.host.transfer;

/** How many rows of a table are what. */
final class Tally {
    private int created;
    private int changed;
    private int same;
    private int conflict;

    void created() {
        created++;
    }

    void changed() {
        changed++;
    }

    void same() {
        same++;
    }

    void conflict() {
        conflict++;
    }

    ImportReport.Counts counts() {
        return new ImportReport.Counts(created, changed, same, conflict);
    }
}
