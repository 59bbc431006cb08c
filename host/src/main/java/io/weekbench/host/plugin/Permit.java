package io.weekbench.host.plugin;

import io.weekbench.api.Commit;
import io.weekbench.api.ErrorCode;
import io.weekbench.api.Request;
import io.weekbench.api.WeekbenchException;
import io.weekbench.host.tracker.Capabilities;

/**
 * What a plugin may do: all with its own tables, and beyond them what its {@code tracker.json}
 * declares and whoever installed it was shown.
 */
record Permit(Guard guard, Capabilities capabilities) {

    void read(String table) {
        guard.expectOpen();
        if (!mayRead(table)) {
            throw refused("read " + table, "reads");
        }
    }

    void write(String table) {
        guard.expectOpen();
        if (!isOwn(table) && !capabilities.mayWrite(table)) {
            throw refused("write " + table, "writes");
        }
    }

    boolean mayRead(String table) {
        return isOwn(table) || capabilities.mayRead(table);
    }

    boolean mayFetch(String host) {
        return capabilities.mayFetch(host);
    }

    private boolean isOwn(String table) {
        return table.startsWith(guard.plugin() + ".");
    }

    /**
     * @param field {@code tracker.table.field}
     */
    void readFieldsTable(String field) {
        int end = field.lastIndexOf('.');
        read(end < 0 ? field : field.substring(0, end));
    }

    /** Whether all of it may be asked for by this plugin. */
    void submit(Request request) {
        guard.expectOpen();
        if (request instanceof Request.Create create) {
            write(create.table());
        } else if (request instanceof Request.Update update) {
            write(update.ref().table());
        } else if (request instanceof Request.Delete delete) {
            write(delete.ref().table());
        } else if (request instanceof Request.Batch batch) {
            batch.requests().forEach(this::submit);
        } else if (!(request instanceof Request.Undo)) {
            throw new IllegalStateException("A new kind of request: " + request);
        }
    }

    /** A plugin takes back what it did itself, not what others did. */
    void undo(Commit commit) {
        String by = commit.origin().name();
        if (!by.equals(guard.plugin()) && !by.startsWith(guard.plugin() + "/")) {
            throw new WeekbenchException(
                    ErrorCode.NOT_ALLOWED,
                    guard.plugin()
                            + " may not undo "
                            + commit.revision()
                            + ", which is not its own");
        }
    }

    private WeekbenchException refused(String what, String capability) {
        return new WeekbenchException(
                ErrorCode.NOT_ALLOWED,
                guard.plugin()
                        + " may not "
                        + what
                        + "; its tracker.json would have to say so in capabilities."
                        + capability);
    }
}
