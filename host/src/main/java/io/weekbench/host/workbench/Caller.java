package io.weekbench.host.workbench;

import io.weekbench.api.Origin;

/**
 * Who asks, and by which way; every request carries one.
 *
 * @param actor as they name themselves
 * @param causedBy the revision a listener answers to, or 0
 */
public record Caller(String actor, Origin origin, long causedBy) {

    /** The host's own doings: specs, purge records. */
    public static final Caller HOST = new Caller("weekbench", new Origin(Origin.Kind.HOST, ""));

    public Caller(String actor, Origin origin) {
        this(actor, origin, 0);
    }

    /** The same caller, by another way. */
    Caller by(Origin.Kind kind, String name) {
        return new Caller(actor, new Origin(kind, name), causedBy);
    }
}
