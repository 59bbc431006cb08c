package io.weekbench.host.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.Change;
import io.weekbench.api.Commit;
import io.weekbench.api.Evidence;
import io.weekbench.api.Grounds;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Origin;
import io.weekbench.api.Version;
import java.util.List;
import java.util.Locale;

/** Writes commits, their changes, and histories. */
public final class CommitWriter {
    private CommitWriter() {}

    public static ObjectNode write(Commit commit) {
        ObjectNode node =
                head(commit.revision(), commit.time().toString())
                        .put("actor", commit.actor())
                        .put("reason", commit.reason());
        node.set("origin", origin(commit.origin()));
        node.put("step", commit.step()).put("causedBy", commit.causedBy());
        node.set("changes", changes(commit.changes()));
        return node;
    }

    /**
     * {@code {"revision", "commits"}}.
     *
     * @param revision where to go on from
     */
    public static ObjectNode page(long revision, List<Commit> commits) {
        ObjectNode node = Json.object().put("revision", revision);
        ArrayNode array = node.putArray("commits");
        commits.forEach(commit -> array.add(write(commit)));
        return node;
    }

    static ObjectNode accepted(Commit commit) {
        ObjectNode node = head(commit.revision(), commit.time().toString());
        node.put("step", commit.step());
        node.set("changes", changes(commit.changes()));
        return node;
    }

    public static ObjectNode history(ItemRef ref, List<Version> versions) {
        ObjectNode node = Json.object().put("ref", ref.toString());
        ArrayNode array = node.putArray("versions");
        versions.forEach(version -> array.add(version(version)));
        return node;
    }

    private static ObjectNode version(Version version) {
        ObjectNode node =
                head(version.revision(), version.time().toString())
                        .put("actor", version.actor())
                        .put("reason", version.reason());
        node.set("origin", origin(version.origin()));
        return fill(node, version.change());
    }

    private static ObjectNode head(long revision, String time) {
        return Json.object().put("revision", revision).put("time", time);
    }

    private static ObjectNode origin(Origin origin) {
        String kind = origin.kind().name().toLowerCase(Locale.ROOT);
        return Json.object().put("kind", kind).put("name", origin.name());
    }

    private static ArrayNode changes(List<Change> changes) {
        ArrayNode array = Json.NODES.arrayNode(changes.size());
        for (Change change : changes) {
            ObjectNode node = Json.object();
            node.put("kind", kind(change)).put("ref", change.ref().toString());
            array.add(fill(node, change));
        }
        return array;
    }

    private static ObjectNode fill(ObjectNode node, Change change) {
        node.put("kind", kind(change));
        node.set("before", ValueWriter.write(change.before()));
        node.set("after", ValueWriter.write(change.after()));
        Grounds grounds = change.grounds();
        if (!grounds.isEmpty()) {
            ObjectNode answers = node.putObject("answers");
            grounds.answers().forEach(answers::put);
            ArrayNode evidence = node.putArray("evidence");
            grounds.evidence().forEach(one -> evidence.add(evidence(one)));
        }
        return node;
    }

    private static ObjectNode evidence(Evidence evidence) {
        ObjectNode node =
                Json.object().put("address", evidence.address()).put("quote", evidence.quote());
        return evidence.foundOn() == null
                ? node
                : node.put("foundOn", evidence.foundOn().toString());
    }

    private static String kind(Change change) {
        if (change instanceof Change.Created) {
            return "created";
        } else if (change instanceof Change.Updated) {
            return "updated";
        } else if (change instanceof Change.Deleted) {
            return "deleted";
        }
        return "purged";
    }
}
