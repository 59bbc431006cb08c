package io.weekbench.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Origin;
import io.weekbench.api.Page;
import io.weekbench.api.Query;
import io.weekbench.api.Request;
import io.weekbench.api.Snapshot;
import io.weekbench.api.Version;
import io.weekbench.api.Workbench;
import io.weekbench.host.home.Home;
import io.weekbench.host.json.AsOf;
import io.weekbench.host.json.CatalogWriter;
import io.weekbench.host.json.CommitWriter;
import io.weekbench.host.json.ItemWriter;
import io.weekbench.host.json.Json;
import io.weekbench.host.json.OutcomeWriter;
import io.weekbench.host.json.Problems;
import io.weekbench.host.json.RequestReader;
import io.weekbench.host.json.SortText;
import io.weekbench.host.json.Tables;
import io.weekbench.host.report.Reports;
import io.weekbench.host.search.AnswerWriter;
import io.weekbench.host.tracker.TableSpec;
import io.weekbench.host.transfer.ExportForm;
import io.weekbench.host.transfer.FileInMemory;
import io.weekbench.host.transfer.Format;
import io.weekbench.host.transfer.Imports;
import io.weekbench.host.transfer.Progress;
import io.weekbench.host.transfer.Selection;
import io.weekbench.host.transfer.TableExport;
import io.weekbench.host.transfer.TableImport;
import io.weekbench.host.transfer.Words;
import io.weekbench.host.week.WeekPage;
import io.weekbench.host.workbench.Caller;
import io.weekbench.host.workbench.LiveWorkbench;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A home that nobody serves, opened for one command. */
final class OpenedHome implements Host {
    private final Home home;
    private final LiveWorkbench live;
    private final String actor;

    OpenedHome(Home home, String actor) {
        this.home = home;
        this.live = home.workbench();
        this.actor = actor;
    }

    private Workbench workbench() {
        return live.as(caller(Origin.Kind.PERSON, ""));
    }

    private Caller caller(Origin.Kind kind, String name) {
        return new Caller(actor, new Origin(kind, name));
    }

    @Override
    public JsonNode trackers() {
        ObjectNode node = Json.object().put("revision", live.store().revision());
        ArrayNode trackers = node.putArray("trackers");
        live.catalog().trackers().forEach(one -> trackers.add(CatalogWriter.write(one)));
        return node;
    }

    @Override
    public JsonNode items(Reading reading) {
        return at(
                reading.table(),
                reading.asOf(),
                (table, snapshot) -> {
                    Query query =
                            new Query(
                                    table.id(),
                                    reading.where(),
                                    reading.text(),
                                    SortText.parse(reading.sort()),
                                    reading.offset(),
                                    reading.limit());
                    Page page = snapshot.query(query);
                    return AnswerWriter.page(
                            page,
                            live.snapshots().present().hits(query.text(), page),
                            reading.asOf());
                });
    }

    @Override
    public JsonNode item(String table, String id, String asOf) {
        return at(
                table,
                asOf,
                (spec, snapshot) ->
                        snapshot.get(new ItemRef(spec.id(), id))
                                .<JsonNode>map(ItemWriter::write)
                                .orElseGet(
                                        () ->
                                                OutcomeWriter.refused(
                                                        List.of(Tables.absent(spec, id)))));
    }

    @Override
    public JsonNode history(String table, String id) {
        return in(
                table,
                spec -> {
                    List<Version> versions =
                            ItemRef.isId(id)
                                    ? workbench().snapshot().history(new ItemRef(spec.id(), id))
                                    : List.of();
                    return versions.isEmpty()
                            ? OutcomeWriter.refused(List.of(Tables.absent(spec, id)))
                            : CommitWriter.history(new ItemRef(spec.id(), id), versions);
                });
    }

    @Override
    public JsonNode apply(byte[] body, boolean preview) {
        Problems problems = new Problems();
        Request.Batch batch = RequestReader.strict(live.catalog()).read(body, problems);
        if (batch == null) {
            return OutcomeWriter.refused(problems.list());
        }
        return OutcomeWriter.write(
                preview ? workbench().preview(batch) : workbench().submit(batch));
    }

    @Override
    public JsonNode undo(long revision) {
        return OutcomeWriter.write(workbench().submit(new Request.Undo(revision)));
    }

    @Override
    public JsonNode read(String table, byte[] content, Arrival arrival, Progress progress) {
        Imports imports = new Imports(live, caller(Origin.Kind.IMPORT, arrival.name()));
        FileInMemory file = new FileInMemory(arrival.name(), content);
        TableImport.Options options =
                new TableImport.Options(
                        Format.ofWord(arrival.format()).orElse(null),
                        arrival.mapping(),
                        arrival.encoding(),
                        arrival.dryRun());
        return table.isEmpty()
                ? report(imports, null, file, arrival.as(), options, progress)
                : in(table, spec -> report(imports, spec, file, arrival.as(), options, progress));
    }

    private static JsonNode report(
            Imports imports,
            @Nullable TableSpec table,
            FileInMemory file,
            String as,
            TableImport.Options options,
            Progress progress) {
        try {
            return imports.run(table, file, as, options, progress).toJson();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public JsonNode write(String name, Departure departure, OutputStream out) {
        Optional<Selection> selection = Selection.named(name, live.catalog());
        return at(
                selection.map(found -> found.table().id()).orElse(name),
                departure.asOf(),
                (table, snapshot) -> {
                    new TableExport(snapshot, live.catalog(), workbench().clock().getZone())
                            .write(selection.orElseThrow(), form(departure), departure.asOf(), out);
                    return Json.object();
                });
    }

    private static ExportForm form(Departure departure) {
        return new ExportForm(
                Format.ofWord(departure.format()).orElseThrow(),
                Words.valueOf(departure.words().toUpperCase(Locale.ROOT)),
                departure.mark(),
                departure.identified());
    }

    @Override
    public JsonNode backup(OutputStream out) throws IOException {
        home.care().backup(out);
        return Json.object();
    }

    @Override
    public JsonNode purge(byte[] body, boolean preview) {
        return home.care().purge(caller(Origin.Kind.PERSON, ""), body, preview);
    }

    @Override
    public JsonNode week(@Nullable LocalDate day) {
        return WeekPage.prepare(live, day);
    }

    @Override
    public JsonNode reports() {
        return new Reports(live, workbench()).list();
    }

    @Override
    public JsonNode report(String tracker, String report, List<String> inputs, String asOf) {
        Optional<AsOf> moment = AsOf.parse(asOf);
        if (moment.isEmpty()) {
            return OutcomeWriter.refused(List.of(AsOf.unreadable("--as-of", asOf)));
        }
        return new Reports(live, workbench())
                .make(new Reports.Asked(tracker, report, inputs, moment.get()));
    }

    @Override
    public JsonNode plugins() {
        return home.plugins().toJson();
    }

    @Override
    public JsonNode changePlugin(String id, String verb) {
        return home.plugins().change(id, verb).toJson();
    }

    @Override
    public JsonNode installPlugin(byte[] zip) {
        return home.plugins().install(zip).toJson();
    }

    @Override
    public JsonNode sources() {
        return home.sources().list();
    }

    @Override
    public JsonNode poll(String tracker, String source) {
        return home.sources().poll(tracker, source);
    }

    private JsonNode in(String id, Function<TableSpec, JsonNode> answer) {
        return live.catalog()
                .table(id)
                .map(answer)
                .orElseGet(
                        () ->
                                OutcomeWriter.refused(
                                        List.of(Tables.unknown(id, "", live.catalog()))));
    }

    private JsonNode at(String id, String asOf, BiFunction<TableSpec, Snapshot, JsonNode> answer) {
        return in(
                id,
                table ->
                        AsOf.parse(asOf)
                                .map(moment -> answer.apply(table, moment.look(workbench())))
                                .orElseGet(
                                        () ->
                                                OutcomeWriter.refused(
                                                        List.of(
                                                                AsOf.unreadable(
                                                                        "--as-of", asOf)))));
    }

    @Override
    public void close() {
        home.close();
    }
}
