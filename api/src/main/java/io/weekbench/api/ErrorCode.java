package io.weekbench.api;

/** What went wrong and whose fault it is; status, message and log level follow from it. */
public enum ErrorCode {
    /** A query names what does not exist, or its expression does not compile. */
    BAD_QUERY(Fault.CALLER),
    /** No such table, revision or file. */
    NOT_FOUND(Fault.CALLER),
    /** A file beyond the size that is kept. */
    TOO_LARGE(Fault.CALLER),
    /** A call this plugin may not make: a table beyond its capabilities. */
    NOT_ALLOWED(Fault.PLUGIN),
    /** A plugin threw, ran over its deadline or answered what it must not. */
    PLUGIN_FAILED(Fault.PLUGIN),
    /** Stored bytes do not match their checksum. */
    DAMAGED(Fault.ENVIRONMENT),
    /** The disk refused a write; the store is read-only until it is opened again. */
    READ_ONLY(Fault.ENVIRONMENT),
    /** The home is in use by another process. */
    IN_USE(Fault.ENVIRONMENT),
    /** The workbench is closed or closing. */
    CLOSED(Fault.CALLER);

    private final Fault fault;

    ErrorCode(Fault fault) {
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }

    /** Whose fault a failure is. */
    public enum Fault {
        /** Who called: a door shows it to the person as their mistake. */
        CALLER,
        /** A plugin. */
        PLUGIN,
        /** Disk, memory, network. */
        ENVIRONMENT
    }
}
