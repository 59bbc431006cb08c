package io.weekbench.host.expression;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map of at most so many entries: it forgets what was not asked for longest. */
final class LastUsed<K, V> extends LinkedHashMap<K, V> {
    private final int most;

    LastUsed(int most) {
        super(16, 0.75f, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
