package io.weekbench.host.http;

import static io.weekbench.host.json.Tables.unknownField;

import io.javalin.http.Context;
import io.weekbench.api.Incoming;
import io.weekbench.api.Origin;
import io.weekbench.api.Query;
import io.weekbench.api.Snapshot;
import io.weekbench.host.json.AsOf;
import io.weekbench.host.json.SortText;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.TableSpec;
import io.weekbench.host.transfer.ExportForm;
import io.weekbench.host.transfer.FileInMemory;
import io.weekbench.host.transfer.Format;
import io.weekbench.host.transfer.Imports;
import io.weekbench.host.transfer.Selection;
import io.weekbench.host.transfer.TableExport;
import io.weekbench.host.transfer.TableImport;
import io.weekbench.host.transfer.Words;
import io.weekbench.host.workbench.LiveWorkbench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tables in and out. */
final class Transfers {
    private static final int IMPORT_BYTES = 64 << 20;

    private final LiveWorkbench workbench;

    Transfers(LiveWorkbench workbench) {
        this.workbench = workbench;
    }

    void importers(Context ctx) {
        Reply.json(ctx, Imports.list(workbench));
    }

    /** Into the table the address names. */
    void read(Context ctx) {
        Tables.named(ctx, workbench).ifPresent(table -> read(ctx, table));
    }

    /** Into the tables of an importer. */
    void readAny(Context ctx) {
        read(ctx, null);
    }

    private void read(Context ctx, @Nullable TableSpec table) {
        Params params = Params.of(ctx);
        TableImport.Options options =
                new TableImport.Options(
                        format(params),
                        mapping(ctx.queryParams("map"), params),
                        params.text("encoding"),
                        params.flag("dryRun"));
        String name = params.text("name");
        Imports imports =
                new Imports(workbench, params.caller(new Origin(Origin.Kind.IMPORT, name)));
        if (params.refused() || !Bodies.isPlain(ctx)) {
            return;
        }
        Optional<byte[]> body = Bodies.read(ctx, IMPORT_BYTES);
        if (body.isPresent()) {
            Incoming file = new FileInMemory(name, body.get());
            try {
                ImportReply.to(ctx, options.dryRun())
                        .send(
                                progress ->
                                        imports.run(
                                                table, file, params.text("as"), options, progress));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static @Nullable Format format(Params params) {
        String word = params.text("format");
        Optional<Format> format = Format.ofWord(word);
        if (format.isEmpty() && !word.isEmpty()) {
            params.bad("format", word, "one of " + Format.words(), Format.words() + " 之一");
        }
        return format.orElse(null);
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
        Optional<Selection> named = Selection.named(ctx.pathParam("table"), workbench.catalog());
        if (named.isEmpty()) {
            Tables.named(ctx, workbench); // which says that there is none
            return;
        }
        Params params = Params.of(ctx);
        AsOf asOf = params.asOf();
        Selection selection = shown(named.get(), params);
        ExportForm form = form(params);
        if (params.refused()) {
            return;
        }
        Snapshot snapshot = asOf.look(Readers.of(workbench));
        String name = selection.name() + "." + form.format().word();
        ctx.contentType(form.format().mediaType())
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"");
        new TableExport(snapshot, workbench.catalog(), Readers.of(workbench).clock().getZone())
                .write(selection, form, asOf.toString(), ctx.outputStream());
    }

    /** What is said takes the place of what the table or view says. */
    private static Selection shown(Selection named, Params params) {
        List<FieldSpec> columns = new ArrayList<>();
        for (String id : Searches.names(params.text("columns"))) {
            named.table()
                    .field(id)
                    .filter(field -> !field.retired())
                    .ifPresentOrElse(
                            columns::add,
                            () ->
                                    params.problems()
                                            .add(unknownField(id, "columns", named.table())));
        }
        List<Query.Sort> sort = SortText.parse(params.text("sort"));
        String where = params.text("where");
        return named.showing(
                columns.isEmpty() ? named.fields() : columns,
                where.isBlank() ? named.where() : where,
                sort.isEmpty() ? named.sort() : sort);
    }

    private static ExportForm form(Params params) {
        Format format = format(params);
        oneOf(params, "words", List.of("", "ids", "en", "zh"));
        boolean plain = params.text("identified").equals("false");
        params.flag("identified");
        String words = params.text("words");
        Words known = List.of("en", "zh").contains(words) ? Words.valueOf(upper(words)) : Words.IDS;
        return new ExportForm(
                format == null ? Format.CSV : format, known, params.flag("mark"), !plain);
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    private static void oneOf(Params params, String name, List<String> known) {
        if (!known.contains(params.text(name))) {
            String all = String.join(", ", known.subList(1, known.size()));
            params.bad(name, params.text(name), "one of " + all, all + " 之一");
        }
    }
}
