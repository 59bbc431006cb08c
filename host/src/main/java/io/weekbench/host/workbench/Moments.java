package io.weekbench.host.workbench;

import io.weekbench.host.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * When a table changed, oldest first: every change, or where those are too many, half of them the
 * latest and before these the last one in each of as many equal spans of time. Costs a few look-ups
 * a moment, however long the past is.
 */
final class Moments {
    private final Store store;
    private final int table;

    /**
     * @param table by its number
     */
    Moments(Store store, int table) {
        this.store = store;
        this.table = table;
    }

    List<Moment> list(int most) {
        List<Moment> newest = newest(most + 1);
        if (newest.size() <= most) {
            return newest;
        }
        int half = most / 2;
        List<Moment> recent = newest.subList(newest.size() - half, newest.size());
        List<Moment> list = spread(most - half, recent.get(0));
        list.addAll(recent);
        return list;
    }

    private List<Moment> newest(int most) {
        List<Moment> newest = new ArrayList<>();
        long revision = touched(store.revision());
        while (revision > 0 && newest.size() < most) {
            newest.add(at(revision));
            revision = touched(revision - 1);
        }
        Collections.reverse(newest);
        return newest;
    }

    /** From the first change on, before {@code until}. */
    private List<Moment> spread(int most, Moment until) {
        Moment last = at(first());
        List<Moment> spread = new ArrayList<>(List.of(last));
        long begin = last.time().toEpochMilli();
        long slice = (until.time().toEpochMilli() - begin) / most;
        for (int n = 1; n < most; n++) {
            Instant end = Instant.ofEpochMilli(begin + slice * n);
            Moment next = at(touched(store.revisionAt(end)));
            if (next.revision() > last.revision() && next.revision() < until.revision()) {
                spread.add(next);
                last = next;
            }
        }
        return spread;
    }

    /** The revision that first touched the table, which some did. */
    private long first() {
        long before = 0;
        long there = store.revision();
        while (there - before > 1) {
            long between = (before + there) / 2;
            if (touched(between) > 0) {
                there = between;
            } else {
                before = between;
            }
        }
        return there;
    }

    private long touched(long revision) {
        return store.at(revision).touched(table);
    }

    private Moment at(long revision) {
        return new Moment(revision, store.at(revision).time());
    }
}
