package io.weekbench.host.expression;

import io.weekbench.host.tracker.ExpressionCheck;
import io.weekbench.host.tracker.FieldType;
import io.weekbench.host.tracker.TableSpec;
import java.util.Map;

/**
 * Compiles expressions and keeps what it has compiled: those of trackers are asked for again and
 * again, those that people type into a filter once or twice. For any number of threads.
 */
public final class Expressions implements ExpressionCheck {
    private static final int MOST_TABLES = 500;
    private static final int MOST_COMPILED = 5_000;

    private final Map<TableSpec, TableCompiler> compilers = new LastUsed<>(MOST_TABLES);
    private final Map<Key, Compilation> compiled = new LastUsed<>(MOST_COMPILED);

    private record Key(TableSpec table, String source, FieldType result) {}

    /**
     * Compiles over the declared fields of this table, stored and derived ones.
     *
     * @param table as a catalogue has it, where lookups have the type of what they show
     * @param result type of what it must give; {@code BOOLEAN} for a condition
     */
    public Compilation compile(TableSpec table, String source, FieldType result) {
        Key key = new Key(table, source, result);
        synchronized (compiled) {
            Compilation known = compiled.get(key);
            if (known != null) {
                return known;
            }
        }
        Compilation made = compiler(table).compile(source, result);
        synchronized (compiled) {
            compiled.put(key, made);
        }
        return made;
    }

    @Override
    public Checked check(TableSpec table, String source, FieldType result, String at) {
        return compile(table, source, result).checkedAt(at);
    }

    private TableCompiler compiler(TableSpec table) {
        synchronized (compilers) {
            return compilers.computeIfAbsent(table, TableCompiler::new);
        }
    }
}
