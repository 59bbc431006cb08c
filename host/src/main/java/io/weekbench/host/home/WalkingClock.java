package io.weekbench.host.home;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Stands at the times it is told, and later goes on as another clock does. */
public final class WalkingClock extends Clock {
    private final Clock afterwards;
    private volatile @Nullable Instant stands;

    public WalkingClock(Instant start, Clock afterwards) {
        this.stands = start;
        this.afterwards = afterwards;
    }

    public void goTo(Instant time) {
        stands = time;
    }

    public void letGo() {
        stands = null;
    }

    @Override
    public Instant instant() {
        Instant time = stands;
        return time == null ? afterwards.instant() : time;
    }

    @Override
    public ZoneId getZone() {
        return afterwards.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("One clock, one zone");
    }
}
