package io.weekbench.host.workbench;

import io.weekbench.api.Grouping;
import io.weekbench.api.Groups;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers what groups came to where every item had to be looked at, as {@link OrderCache} does
 * for pages. What was not asked for longest is forgotten. For any number of threads.
 */
final class GroupCache {
    private final int mostGroups;
    private final Map<Key, Groups> answers = new LinkedHashMap<>(16, 0.75f, true);
    private int groups;

    /** Equal for questions that have the same answer. */
    record Key(Grouping asked, Validity validity) {}

    /**
     * @param mostGroups of all answers together
     */
    GroupCache(int mostGroups) {
        this.mostGroups = mostGroups;
    }

    synchronized Optional<Groups> get(Key key) {
        return Optional.ofNullable(answers.get(key));
    }

    synchronized void put(Key key, Groups answer) {
        int size = size(answer);
        if (size <= mostGroups && answers.putIfAbsent(key, answer) == null) {
            groups += size;
            Iterator<Groups> eldest = answers.values().iterator();
            while (groups > mostGroups) {
                groups -= size(eldest.next());
                eldest.remove();
            }
        }
    }

    /** An answer without groups takes room as well. */
    private static int size(Groups answer) {
        return 1 + answer.groups().size();
    }
}
