package io.weekbench.host.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants gone for good:
 *
 * <pre>
 * {"items": ["partner-roadmap.item/ID"], "steps": [12], "reason": "…", "confirm": 3}
 * </pre>
 *
 * @param items by table and id, with all their history
 * @param steps by the revision of any of their commits
 * @param reason kept in the record that the purge leaves
 * @param confirmed how many changes the person has agreed to lose; null before they were asked
 */
public record PurgeRequest(
        List<String> items, List<Long> steps, String reason, @Nullable Long confirmed) {

    public PurgeRequest {
        items = List.copyOf(items);
        steps = List.copyOf(steps);
    }

    /** What the body asks for, or null with problems added. */
    public static @Nullable PurgeRequest read(byte[] body, Problems problems) {
        JsonNode node = Json.read(body, problems);
        Members members = node == null ? null : Members.of(node, "", problems);
        if (members == null) {
            return null;
        }
        members.allowOnly("items", "steps", "reason", "confirm");
        List<String> items = items(members, problems);
        List<Long> steps = steps(members, problems);
        String reason = Objects.requireNonNullElse(members.required("reason"), "");
        Long confirmed = members.integer("confirm");
        if (items.isEmpty() && steps.isEmpty() && problems.isEmpty()) {
            problems.add(
                    "nothing-named",
                    "",
                    new Text("This names nothing to purge.", "没有指明要清除的内容。"),
                    new Text(
                            "Name items as table/id, or steps by a revision of theirs.",
                            "请以 表/id 指明条目，或以修订号指明步骤。"));
        }
        return problems.isEmpty() ? new PurgeRequest(items, steps, reason, confirmed) : null;
    }

    private static List<String> items(Members members, Problems problems) {
        List<String> items = new ArrayList<>();
        for (JsonNode item : members.array("items")) {
            if (item.isTextual()) {
                items.add(item.textValue());
            } else {
                problems.add(Faults.wrongType(members.path("items"), Shape.TEXT, item));
            }
        }
        return items;
    }

    private static List<Long> steps(Members members, Problems problems) {
        List<Long> steps = new ArrayList<>();
        for (JsonNode step : members.array("steps")) {
            if (step.isIntegralNumber() && step.canConvertToLong()) {
                steps.add(step.longValue());
            } else {
                problems.add(Faults.wrongType(members.path("steps"), Shape.INTEGER, step));
            }
        }
        return steps;
    }

    /** What {@link #read} reads. */
    public ObjectNode toJson() {
        ObjectNode node = Json.object().put("reason", reason);
        ArrayNode items = node.putArray("items");
        this.items.forEach(items::add);
        ArrayNode steps = node.putArray("steps");
        this.steps.forEach(steps::add);
        return confirmed == null ? node : node.put("confirm", confirmed);
    }
}
