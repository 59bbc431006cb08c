package io.weekbench.host.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.Query;
import io.weekbench.api.Snapshot;
import io.weekbench.host.json.ItemWriter;
import io.weekbench.host.json.Json;
import io.weekbench.host.tracker.TableSpec;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes a table as one page of JSON that holds all of it, an item a line. */
public final class JsonExport {
    private JsonExport() {}

    /**
     * Does not close the stream.
     *
     * @param asOf as it was asked for; empty for now
     */
    public static void write(Snapshot snapshot, TableSpec table, String asOf, OutputStream out) {
        long total = snapshot.query(new Query(table.id(), "", List.of(), 0, 0)).total();
        ObjectNode head = Json.object().put("revision", snapshot.revision());
        head.put("asOf", asOf.isEmpty() ? null : asOf).put("total", total);
        String start = Json.text(head);
        try {
            print(out, start.substring(0, start.length() - 1) + ",\"items\":[");
            String[] separator = {"\n"};
            snapshot.scan(table.id())
                    .forEach(
                            item -> {
                                print(out, separator[0] + Json.text(ItemWriter.write(item)));
                                separator[0] = ",\n";
                            });
            print(out, "\n]}\n");
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(OutputStream out, String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
