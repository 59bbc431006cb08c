package io.weekbench.host.http;

import io.javalin.http.Context;
import io.weekbench.api.Origin;
import io.weekbench.api.Snapshot;
import io.weekbench.host.json.AsOf;
import io.weekbench.host.tracker.TableSpec;
import io.weekbench.host.transfer.CsvExport;
import io.weekbench.host.transfer.CsvImport;
import io.weekbench.host.transfer.ImportReport;
import io.weekbench.host.transfer.JsonExport;
import io.weekbench.host.workbench.Caller;
import io.weekbench.host.workbench.LiveWorkbench;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tables in and out. */
final class Transfers {
    private static final int IMPORT_BYTES = 64 << 20;

    private final LiveWorkbench workbench;

    Transfers(LiveWorkbench workbench) {
        this.workbench = workbench;
    }

    void read(Context ctx) {
        Optional<TableSpec> table = Tables.named(ctx, workbench);
        if (table.isEmpty()) {
            return;
        }
        Params params = Params.of(ctx);
        boolean dryRun = params.flag("dryRun");
        String name = params.text("name");
        Caller caller = params.caller(new Origin(Origin.Kind.IMPORT, name));
        Map<String, String> mapping = mapping(ctx.queryParams("map"), params);
        if (params.refused() || !Bodies.isPlain(ctx)) {
            return;
        }
        Optional<byte[]> body = Bodies.read(ctx, IMPORT_BYTES);
        if (body.isPresent()) {
            ImportReport report =
                    new CsvImport(workbench, caller)
                            .run(
                                    table.get(),
                                    body.get(),
                                    name,
                                    new CsvImport.Options(mapping, params.text("encoding"), dryRun),
                                    done -> {});
            ctx.status(report.isGood() || dryRun ? 200 : 422);
            Reply.json(ctx, report.toJson());
        }
    }

    private static Map<String, String> mapping(List<String> written, Params params) {
        Map<String, String> mapping = new LinkedHashMap<>();
        for (String one : written) {
            int equals = one.lastIndexOf('=');
            if (equals < 1 || equals == one.length() - 1) {
                params.bad("map", one, "HEADER=FIELD", "列名=字段");
            } else {
                mapping.put(one.substring(0, equals), one.substring(equals + 1));
            }
        }
        return mapping;
    }

    void write(Context ctx) {
        Optional<TableSpec> table = Tables.named(ctx, workbench);
        if (table.isEmpty()) {
            return;
        }
        Params params = Params.of(ctx);
        AsOf asOf = params.asOf();
        oneOf(params, "format", List.of("", "csv", "json"));
        oneOf(params, "words", List.of("", "ids", "en", "zh"));
        boolean plain = params.text("identified").equals("false");
        boolean mark = params.flag("mark");
        params.flag("identified");
        if (params.refused()) {
            return;
        }
        String words = params.text("words").isEmpty() ? "ids" : params.text("words");
        CsvExport.Options options =
                new CsvExport.Options(
                        CsvExport.Words.valueOf(words.toUpperCase(Locale.ROOT)), mark, !plain);
        Snapshot snapshot = asOf.look(Readers.of(workbench));
        boolean json = params.text("format").equals("json");
        String name = table.get().id() + (json ? ".json" : ".csv");
        ctx.contentType(json ? "application/json; charset=utf-8" : "text/csv; charset=utf-8")
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"");
        if (json) {
            JsonExport.write(snapshot, table.get(), asOf.toString(), ctx.outputStream());
        } else {
            CsvExport.write(
                    snapshot, workbench.catalog(), table.get(), options, ctx.outputStream());
        }
    }

    private static void oneOf(Params params, String name, List<String> known) {
        if (!known.contains(params.text(name))) {
            String all = String.join(", ", known.subList(1, known.size()));
            params.bad(name, params.text(name), "one of " + all, all + " 之一");
        }
    }
}
