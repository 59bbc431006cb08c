package io.weekbench.host.tracker;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.api.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code tracker.json}. Strict, and it finds every mistake at once: its author mends the
 * file in one go instead of one mistake a try.
 *
 * <p>The same rules, as far as it can say them, stand in the JSON Schema {@code
 * tracker.schema.json} beside this class, for editors.
 */
public final class TrackerJson {
    private TrackerJson() {}

    /**
     * @param json UTF-8
     * @param installed the trackers already there; an earlier version of this one does not matter
     * @param language looks whether its expressions compile
     */
    public static Reading read(byte[] json, Catalog installed, ExpressionCheck language) {
        Problems problems = new Problems();
        JsonNode document = JsonTree.read(json, problems);
        if (document == null) {
            return new Reading(null, problems.list());
        }
        TrackerSpec tracker = new TrackerReader(problems).read(document);
        new SpecCheck(tracker, installed.with(tracker), language, problems).run();
        return new Reading(problems.isEmpty() ? tracker : null, problems.list());
    }

    /** Whether a tracker may be called this. */
    public static boolean isId(String id) {
        return Names.KEBAB.admit(id) && !id.equals(SystemTables.TRACKER);
    }

    public static boolean isVersion(String version) {
        return Names.VERSION.admit(version);
    }

    /** What it says about itself, however wrong the rest is; empty where nothing can be read. */
    public static Optional<Introduction> introduce(byte[] json) {
        JsonNode document = JsonTree.read(json, new Problems());
        if (document == null || !document.isObject()) {
            return Optional.empty();
        }
        return Optional.of(new TrackerReader(new Problems()).introduce(document));
    }

    /**
     * What came of it: a tracker without numbers, or what is wrong.
     *
     * @param tracker null where there are problems
     * @param problems with {@code at} as a path into the file: {@code tables[0].fields[3].to}
     */
    public record Reading(@Nullable TrackerSpec tracker, List<Problem> problems) {
        public Reading {
            problems = List.copyOf(problems);
        }

        /**
         * @throws IllegalStateException where there are problems
         */
        public TrackerSpec declared() {
            if (tracker == null) {
                throw new IllegalStateException("The tracker has problems: " + problems);
            }
            return tracker;
        }
    }
}
