package io.weekbench.host.workbench;

import io.weekbench.api.Problem;
import io.weekbench.host.tracker.SystemTables;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which tables take writes: those whose tracker is loaded with its rules. Any other stays readable,
 * because a write that no rule judged could break what the tracker promises. Of the host's own
 * tables people write their layouts alone.
 */
final class Access {
    private final Set<String> loaded = ConcurrentHashMap.newKeySet();

    void allow(String tracker) {
        loaded.add(tracker);
    }

    void withdraw(String tracker) {
        loaded.remove(tracker);
    }

    boolean allowed(String tracker) {
        return loaded.contains(tracker);
    }

    Optional<Problem> refusal(String at, String table) {
        String tracker = table.substring(0, table.indexOf('.'));
        return loaded.contains(tracker) || table.equals(SystemTables.LAYOUTS.id())
                ? Optional.empty()
                : Optional.of(Refusals.notLoaded(at, table, tracker));
    }
}
