package io.weekbench.host.plugin;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.Rows;
import io.weekbench.api.Text;
import io.weekbench.api.WeekbenchException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of which each is a sign of life, until nobody waits for them any more. */
final class LiveRows implements Rows, AutoCloseable {
    private final Rows rows;
    private final Patience patience;
    private boolean closed;

    LiveRows(Rows rows, Patience patience) {
        this.rows = rows;
        this.patience = patience;
    }

    @Override
    public synchronized void add(
            String table, long line, Map<String, ? extends @Nullable Object> values) {
        expectOpen();
        rows.add(table, line, values);
        patience.renew();
    }

    @Override
    public synchronized void addIfNew(
            String table, long line, Map<String, ? extends @Nullable Object> values) {
        expectOpen();
        rows.addIfNew(table, line, values);
        patience.renew();
    }

    @Override
    public synchronized void problem(long line, String column, Text message, Text hint) {
        expectOpen();
        rows.problem(line, column, message, hint);
        patience.renew();
    }

    private void expectOpen() {
        if (closed) {
            throw new WeekbenchException(ErrorCode.CLOSED, "This file is not being read any more");
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
