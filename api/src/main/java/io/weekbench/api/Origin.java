package io.weekbench.api;

/**
 * By which way a commit came; made by the host.
 *
 * @param kind of way
 * @param name the source's, file's, plugin's or command's name; may be empty
 */
public record Origin(Kind kind, String name) {

    /** The ways there are. */
    public enum Kind {
        /** A person's edit. */
        PERSON,
        /** A source that was polled. */
        SOURCE,
        /** A file or table brought in. */
        IMPORT,
        /** A rule or listener of a plugin. */
        RULE,
        /** A step taken back. */
        UNDO,
        /** The host itself: specs, purge records. */
        HOST
    }
}
