package io.weekbench.host.workbench;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.Registration;
import io.weekbench.api.Rule;
import io.weekbench.api.WeekbenchException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** The rules of all loaded plugins, in the order they run: by their order, then by plugin id. */
final class RuleBook {
    private static final Comparator<Entry> ORDER =
            Comparator.comparingInt(Entry::order).thenComparing(Entry::plugin);

    private final CopyOnWriteArrayList<Entry> entries = new CopyOnWriteArrayList<>();

    /** A plugin's rule, and what it says about itself, asked for once. */
    record Entry(String plugin, Rule rule, int order, Set<String> tables) {

        static Entry of(String plugin, Rule rule) {
            Entry entry = new Entry(plugin, rule, rule.order(), Set.copyOf(rule.tables()));
            for (String table : entry.tables()) {
                if (!table.startsWith(plugin + ".")) {
                    throw new WeekbenchException(
                            ErrorCode.NOT_ALLOWED,
                            "A rule of "
                                    + plugin
                                    + " may not judge "
                                    + table
                                    + ", which is not its own");
                }
            }
            return entry;
        }
    }

    Registration add(Entry entry) {
        entries.add(entry);
        entries.sort(ORDER);
        return () -> entries.remove(entry);
    }

    /** Mostly: a tracker that is only declared has no rules. */
    boolean isEmpty() {
        return entries.isEmpty();
    }

    List<Entry> judging(Set<String> tables) {
        return entries.stream()
                .filter(entry -> entry.tables().stream().anyMatch(tables::contains))
                .toList();
    }
}
