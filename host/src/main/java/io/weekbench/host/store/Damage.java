package io.weekbench.host.store;

/**
 * A place of the journal that held commits and cannot be read.
 *
 * @param length in bytes; 0 where there is nothing at all
 * @param firstRevision that is lost there
 * @param lastRevision that is lost there
 */
record Damage(String file, long offset, long length, long firstRevision, long lastRevision) {

    /** For people: where, and which revisions. */
    String describe() {
        String place =
                length > 0
                        ? file + ", " + length + " bytes from byte " + offset
                        : file + " at byte " + offset;
        return firstRevision == lastRevision
                ? place + " (revision " + firstRevision + ")"
                : place + " (revisions " + firstRevision + " to " + lastRevision + ")";
    }

    Damage upTo(long revision) {
        return new Damage(file, offset, length, firstRevision, Math.min(lastRevision, revision));
    }
}
