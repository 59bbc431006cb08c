package io.weekbench.host.store;

import java.util.ArrayList;
import java.util.List;

/** Works out, reading front to back, which revisions have no intact frame and where they lay. */
final class Gaps {
    private final List<Damage> damages = new ArrayList<>();
    private final List<Place> unexplained = new ArrayList<>();
    private long highest;

    private record Place(String file, long offset, long length) {}

    /**
     * @param after the revision before the first to be read
     */
    Gaps(long after) {
        highest = after;
    }

    /** The highest revision with an intact frame. */
    long highest() {
        return highest;
    }

    /** Something was here that is no frame, or a whole file is missing (then the length is 0). */
    void unreadable(String file, long offset, long length) {
        unexplained.add(new Place(file, offset, length));
    }

    void frame(String file, long offset, long revision) {
        if (revision > highest) {
            lose(revision - 1, new Place(file, offset, 0));
            highest = revision;
        }
    }

    /**
     * What is missing of these revisions, once everything has been read.
     *
     * @param end of what was read, where nothing else explains the loss
     */
    List<Damage> upTo(long revision, String file, long end) {
        if (revision > highest) {
            lose(revision, new Place(file, end, 0));
            highest = revision;
        }
        return damages.stream()
                .filter(damage -> damage.firstRevision() <= revision)
                .map(damage -> damage.upTo(revision))
                .toList();
    }

    private void lose(long last, Place here) {
        if (last > highest) {
            List<Place> places = unexplained.isEmpty() ? List.of(here) : unexplained;
            for (Place place : places) {
                damages.add(
                        new Damage(
                                place.file(), place.offset(), place.length(), highest + 1, last));
            }
        }
        unexplained.clear();
    }
}
