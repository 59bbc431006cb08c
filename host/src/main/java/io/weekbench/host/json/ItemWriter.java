package io.weekbench.host.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.Item;
import io.weekbench.api.Page;

/** Writes items and pages of them. */
public final class ItemWriter {
    private ItemWriter() {}

    public static ObjectNode write(Item item) {
        ObjectNode node =
                Json.object().put("ref", item.ref().toString()).put("revision", item.revision());
        node.set("values", ValueWriter.write(item.values()));
        return node;
    }

    /**
     * @param asOf as it was asked for; empty for now
     */
    public static ObjectNode page(Page page, String asOf) {
        ObjectNode node = Json.object().put("revision", page.revision());
        node.put("asOf", asOf.isEmpty() ? null : asOf).put("total", page.total());
        ArrayNode items = node.putArray("items");
        page.items().forEach(item -> items.add(write(item)));
        return node;
    }
}
