package io.weekbench.api;

import java.util.List;

/**
 * A page a tracker makes when somebody asks for it: a battle card, a comparison; implemented by
 * plugins, called by the host. It is made from what stood at one moment and what it is told, and
 * from nothing else, so that the page of a past day made again later says the same.
 */
public interface Report {

    /** Unique within the plugin, in kebab-case: {@code battle-card}. */
    String id();

    Text label();

    /** What one learns from it, in a sentence; may be empty. */
    default Text description() {
        return new Text("", "");
    }

    /** What has to be said before it can be made, in the order it is asked for. */
    default List<Input> inputs() {
        return List.of();
    }

    /** Looks and says; within some seconds, or it is given up and named. */
    Sheet make(Inquiry inquiry);

    /**
     * One thing a report is told.
     *
     * @param id in camelCase: {@code product}
     * @param table full id of the table items are chosen from; empty for other kinds
     * @param required whether it cannot be made without
     */
    record Input(String id, Text label, Kind kind, String table, boolean required) {

        /** One item of a table. */
        public static Input item(String id, Text label, String table, boolean required) {
            return new Input(id, label, Kind.ITEM, table, required);
        }

        /** Some items of a table, in an order of their own. */
        public static Input items(String id, Text label, String table, boolean required) {
            return new Input(id, label, Kind.ITEMS, table, required);
        }

        /** Another moment to look at beside the one asked for. */
        public static Input moment(String id, Text label, boolean required) {
            return new Input(id, label, Kind.MOMENT, "", required);
        }

        /** Yes or no; no where nothing is said. */
        public static Input flag(String id, Text label) {
            return new Input(id, label, Kind.FLAG, "", false);
        }
    }

    /** What kind of thing an input is, and as what {@link Inquiry} has it. */
    enum Kind {
        /** {@link ItemRef}. */
        ITEM,
        /** A list of {@link ItemRef}. */
        ITEMS,
        /** {@link Inquiry.Moment}. */
        MOMENT,
        /** {@link Boolean}. */
        FLAG
    }
}
