package io.weekbench.host.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.Item;
import io.weekbench.api.Query;
import io.weekbench.api.Snapshot;
import io.weekbench.host.json.ItemWriter;
import io.weekbench.host.json.Json;
import io.weekbench.host.tracker.FieldSpec;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes items as JSON: an item a line, or such lines within one page that holds all of it. */
final class JsonOut {
    private final Snapshot snapshot;
    private final Selection selection;
    private final Set<String> fields;
    private final OutputStream out;

    /**
     * @param out not closed
     */
    JsonOut(Snapshot snapshot, Selection selection, OutputStream out) {
        this.snapshot = snapshot;
        this.selection = selection;
        this.fields = selection.fields().stream().map(FieldSpec::id).collect(Collectors.toSet());
        this.out = out;
    }

    void lines() throws IOException {
        Scan.of(snapshot, selection).forEach(item -> print(text(item) + "\n"));
        out.flush();
    }

    /**
     * @param asOf as it was asked for; empty for now
     */
    void page(String asOf) throws IOException {
        Query none = new Query(selection.table().id(), selection.where(), List.of(), 0, 0);
        ObjectNode head = Json.object().put("revision", snapshot.revision());
        head.put("asOf", asOf.isEmpty() ? null : asOf).put("total", snapshot.query(none).total());
        String start = Json.text(head);
        print(start.substring(0, start.length() - 1) + ",\"items\":[");
        String[] separator = {"\n"};
        Scan.of(snapshot, selection)
                .forEach(
                        item -> {
                            print(separator[0] + text(item));
                            separator[0] = ",\n";
                        });
        print("\n]}\n");
        out.flush();
    }

    private String text(Item item) {
        ObjectNode node = ItemWriter.write(item);
        if (node.get("values") instanceof ObjectNode values) {
            values.retain(fields);
        }
        return Json.text(node);
    }

    private void print(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
