package io.weekbench.host.transfer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.Importer;
import io.weekbench.api.Incoming;
import io.weekbench.api.Text;
import io.weekbench.host.json.Json;
import io.weekbench.host.tracker.Nearest;
import io.weekbench.host.tracker.TableSpec;
import io.weekbench.host.workbench.Caller;
import io.weekbench.host.workbench.LiveWorkbench;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings files in: by the reader of a format, or by the importer of a tracker. */
public final class Imports {
    private final LiveWorkbench live;
    private final Caller caller;

    public Imports(LiveWorkbench live, Caller caller) {
        this.live = live;
        this.caller = caller;
    }

    /**
     * @param table it goes to; null for the tables of the importer
     * @param as the importer's id; empty for the reader of the file's format, or where there is no
     *     table or format, for the importer that knows the file
     */
    public ImportReport run(
            @Nullable TableSpec table,
            Incoming file,
            String as,
            TableImport.Options options,
            Progress progress)
            throws IOException {
        if (!as.isEmpty()) {
            Optional<Importer> named =
                    live.importers().stream().filter(one -> one.id().equals(as)).findFirst();
            return named.isEmpty()
                    ? ImportReport.unread(List.of(noImporter(as)))
                    : run(table, named.get(), file, options, progress);
        }
        boolean known = table != null && (options.format() != null || Format.isKnown(file));
        Optional<Importer> reading = known ? Optional.empty() : reading(table, file);
        if (reading.isPresent()) {
            return run(table, reading.get(), file, options, progress);
        }
        return table == null
                ? ImportReport.unread(List.of(notRecognised(file)))
                : new TableImport(live, caller).run(table, file, file.name(), options, progress);
    }

    private ImportReport run(
            @Nullable TableSpec table,
            Importer importer,
            Incoming file,
            TableImport.Options options,
            Progress progress)
            throws IOException {
        if (table != null && !importer.tables().contains(table.id())) {
            return ImportReport.unread(List.of(otherTables(importer, table)));
        }
        return new ImporterRun(live, caller)
                .run(importer, file, file.name(), options.dryRun(), progress);
    }

    private Optional<Importer> reading(@Nullable TableSpec table, Incoming file)
            throws IOException {
        for (Importer importer : live.importers()) {
            boolean fits = table == null || importer.tables().contains(table.id());
            if (fits && importer.reads(file)) {
                return Optional.of(importer);
            }
        }
        return Optional.empty();
    }

    /** {@code [{"id", "label", "tables"}]}. */
    public static ArrayNode list(LiveWorkbench live) {
        ArrayNode list = Json.array();
        for (Importer importer : live.importers()) {
            ObjectNode one = list.addObject().put("id", importer.id());
            one.set("label", Json.both(importer.label()));
            ArrayNode tables = one.putArray("tables");
            importer.tables().forEach(tables::add);
        }
        return list;
    }

    private RowProblem noImporter(String id) {
        List<String> known = live.importers().stream().map(Importer::id).toList();
        Optional<String> nearest = Nearest.of(id, known);
        String all = known.isEmpty() ? "-" : String.join(", ", known);
        return RowProblem.ofFile(
                "unknown-importer",
                new Text("There is no importer " + id + ".", "没有名为 " + id + " 的导入器。"),
                nearest.map(near -> new Text("Did you mean " + near + "?", "是否指 " + near + "？"))
                        .orElse(new Text("There are: " + all + ".", "现有：" + all + "。")));
    }

    private static RowProblem otherTables(Importer importer, TableSpec table) {
        String tables = String.join(", ", importer.tables());
        return RowProblem.ofFile(
                "wrong-importer",
                new Text(
                        importer.id() + " does not write " + table.id() + ".",
                        importer.id() + " 不写入 " + table.id() + "。"),
                new Text("It writes: " + tables + ".", "它写入：" + tables + "。"));
    }

    private static RowProblem notRecognised(Incoming file) {
        return RowProblem.ofFile(
                "unknown-file",
                new Text(
                        "No importer knows the form of " + file.name() + ".",
                        "没有导入器能识别 " + file.name() + "。"),
                new Text("Name the table it goes to, or the importer.", "请指定目标表，或指定导入器。"));
    }
}
