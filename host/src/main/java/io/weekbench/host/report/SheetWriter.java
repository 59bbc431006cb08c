package io.weekbench.host.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.Briefing;
import io.weekbench.api.Evidence;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Sheet;
import io.weekbench.api.Text;
import io.weekbench.host.json.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A sheet as JSON. */
final class SheetWriter {
    private SheetWriter() {}

    static void write(Sheet sheet, ObjectNode into) {
        into.set("title", Json.both(sheet.title()));
        texts(into.putArray("notes"), sheet.notes());
        ArrayNode parts = into.putArray("parts");
        sheet.parts().forEach(part -> write(part, parts.addObject()));
    }

    private static void texts(ArrayNode array, List<Text> texts) {
        texts.forEach(text -> array.add(Json.both(text)));
    }

    private static void write(Sheet.Part part, ObjectNode node) {
        node.set("label", Json.both(part.label()));
        ArrayNode figures = node.putArray("figures");
        for (Briefing.Figure figure : part.figures()) {
            ObjectNode one = figures.addObject();
            one.set("label", Json.both(figure.label()));
            one.set("value", Json.both(figure.value()));
            Text before = figure.before();
            one.set("before", before == null ? null : Json.both(before));
        }
        texts(node.putArray("columns"), part.columns());
        ArrayNode rows = node.putArray("rows");
        for (Sheet.Row row : part.rows()) {
            ObjectNode one = rows.addObject();
            one.set("text", Json.both(row.text()));
            one.put("about", name(row.about()));
            ArrayNode cells = one.putArray("cells");
            row.cells().forEach(cell -> write(cell, cells.addObject()));
        }
    }

    private static @Nullable String name(@Nullable ItemRef ref) {
        return ref == null ? null : ref.toString();
    }

    private static void write(Sheet.Cell cell, ObjectNode node) {
        node.set("text", Json.both(cell.text()));
        node.put("mark", cell.mark().name().toLowerCase(Locale.ROOT));
        node.put("about", name(cell.about()));
        BigDecimal share = cell.share();
        node.put("share", share == null ? null : share.toPlainString());
        ArrayNode evidence = node.putArray("evidence");
        for (Evidence one : cell.evidence()) {
            LocalDate foundOn = one.foundOn();
            evidence.addObject()
                    .put("address", one.address())
                    .put("quote", one.quote())
                    .put("foundOn", foundOn == null ? null : foundOn.toString());
        }
    }
}
