package io.weekbench.host.search;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.Groups;
import io.weekbench.api.Item;
import io.weekbench.api.Page;
import io.weekbench.host.json.FigureText;
import io.weekbench.host.json.ItemWriter;
import io.weekbench.host.json.Json;
import io.weekbench.host.json.ValueWriter;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.workbench.Present;
import io.weekbench.host.workbench.Words;
import java.util.List;
import java.util.Map;

/** Writes what was found: highlights, groups, hits. */
public final class AnswerWriter {
    private AnswerWriter() {}

    /**
     * @param hits of each item; empty where no words were asked for
     * @param asOf as it was asked for; empty for now
     */
    public static ObjectNode page(
            Page page, List<Map<String, List<Words.Piece>>> hits, String asOf) {
        ObjectNode node = ItemWriter.page(page, asOf);
        for (int i = 0; i < hits.size(); i++) {
            ((ObjectNode) node.get("items").get(i)).set("highlights", highlights(hits.get(i)));
        }
        return node;
    }

    public static ObjectNode groups(Groups groups) {
        ObjectNode node =
                Json.object().put("revision", groups.revision()).put("total", groups.total());
        ArrayNode all = node.putArray("groups");
        for (Groups.Group group : groups.groups()) {
            ObjectNode one = all.addObject();
            one.set("by", ValueWriter.write(group.by()));
            one.put("count", group.count());
            group.figures()
                    .forEach(
                            (figure, value) ->
                                    one.withObjectProperty(FigureText.word(figure.function()))
                                            .set(figure.field(), ValueWriter.write(value)));
        }
        return node;
    }

    /** Items of any table, each with what a person calls it. */
    public static ObjectNode found(Present.Found found, Catalog catalog) {
        ObjectNode node =
                Json.object().put("revision", found.revision()).put("total", found.total());
        ArrayNode hits = node.putArray("hits");
        for (int i = 0; i < found.items().size(); i++) {
            Item item = found.items().get(i);
            ObjectNode hit = ItemWriter.write(item).put("title", title(item, catalog));
            hits.add(hit.set("highlights", highlights(found.hits().get(i))));
        }
        return node;
    }

    private static String title(Item item, Catalog catalog) {
        return catalog.table(item.ref().table())
                .flatMap(table -> item.value(table.title()))
                .map(Object::toString)
                .orElse(item.ref().id());
    }

    private static ObjectNode highlights(Map<String, List<Words.Piece>> fields) {
        ObjectNode node = Json.object();
        fields.forEach(
                (field, pieces) -> {
                    ArrayNode array = node.putArray(field);
                    pieces.forEach(
                            piece ->
                                    array.addObject()
                                            .put("text", piece.text())
                                            .put("hit", piece.hit()));
                });
        return node;
    }
}
