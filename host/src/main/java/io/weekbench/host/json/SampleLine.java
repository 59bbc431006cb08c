package io.weekbench.host.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.api.Request;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.FieldType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of a plugin's sample: what somebody did at some time, {@code {"time", "actor", "reason",
 * "requests"}}. Its requests are read later, once the tables they are about are installed.
 */
public final class SampleLine {
    private final Members members;
    private final Problems problems;
    private final Instant time;
    private final String actor;

    private SampleLine(Members members, Problems problems, Instant time, String actor) {
        this.members = members;
        this.problems = problems;
        this.time = time;
        this.actor = actor;
    }

    /**
     * The line, or null with a problem added.
     *
     * @param problems collects also what {@link #batch} finds
     */
    public static @Nullable SampleLine read(String line, Problems problems) {
        JsonNode node = Json.read(line, problems);
        Members members = node == null ? null : Members.of(node, "", problems);
        if (members == null) {
            return null;
        }
        members.allowOnly("time", "actor", "reason", "requests");
        String actor = members.required("actor");
        Instant time = time(members, problems);
        return actor == null || time == null || !problems.isEmpty()
                ? null
                : new SampleLine(members, problems, time, actor);
    }

    private static @Nullable Instant time(Members members, Problems problems) {
        String written = members.required("time");
        try {
            return written == null ? null : Instant.parse(written);
        } catch (DateTimeException e) {
            problems.add(
                    Faults.wrongValue(
                            "time",
                            Forms.expected(FieldType.DATETIME),
                            Forms.examples(FieldType.DATETIME),
                            members.get("time")));
            return null;
        }
    }

    public Instant time() {
        return time;
    }

    public String actor() {
        return actor;
    }

    /** What was done, or null with problems added; an update without a revision does not look. */
    public Request.@Nullable Batch batch(Catalog catalog) {
        return RequestReader.ofSamples(catalog).batch(members, problems);
    }

    @Override
    public String toString() {
        return Objects.toString(members.text("reason"), "");
    }
}
