package io.weekbench.testkit;

import io.weekbench.api.Origin;
import io.weekbench.host.tracker.TableSpec;
import io.weekbench.host.tracker.TrackerSpec;
import io.weekbench.host.transfer.ExportForm;
import io.weekbench.host.transfer.FileInMemory;
import io.weekbench.host.transfer.Format;
import io.weekbench.host.transfer.ImportReport;
import io.weekbench.host.transfer.Progress;
import io.weekbench.host.transfer.Selection;
import io.weekbench.host.transfer.TableExport;
import io.weekbench.host.transfer.TableImport;
import io.weekbench.host.transfer.Words;
import io.weekbench.host.workbench.Caller;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Brings the exports of a workbench in again: every table in every format, in Chinese words and
 * without the columns that say which item a row is, so that all of it must be found by key and
 * label. Nothing may change.
 */
public final class RoundTrip {
    private static final Caller IMPORTER =
            new Caller("tester", new Origin(Origin.Kind.IMPORT, "own export"));

    private final TestWorkbench bench;
    private final List<String> changes = new ArrayList<>();
    private int files;

    private RoundTrip(TestWorkbench bench) {
        this.bench = bench;
    }

    /** What an import of the workbench's own export would change or stumble over; none is right. */
    public static List<String> changes(TestWorkbench bench) throws IOException {
        RoundTrip trip = new RoundTrip(bench);
        for (TrackerSpec tracker : bench.live().catalog().trackers()) {
            for (TableSpec table : tracker.tables()) {
                if (!table.retired()) {
                    trip.take(table);
                }
            }
        }
        if (trip.files == 0) {
            throw new IllegalStateException("There is no table to export in " + bench.folder());
        }
        return List.copyOf(trip.changes);
    }

    private void take(TableSpec table) throws IOException {
        long items = bench.as("tester").snapshot().scan(table.id()).count();
        for (Format format : Format.values()) {
            take(table, new ExportForm(format, Words.ZH, false, false), items);
        }
    }

    private void take(TableSpec table, ExportForm form, long items) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TableExport(bench.as("tester").snapshot(), bench.live().catalog(), ZoneOffset.UTC)
                .write(Selection.of(table), form, "", out);
        String name = table.id() + "." + form.format().word();
        ImportReport report =
                new TableImport(bench.live(), IMPORTER)
                        .run(
                                table,
                                new FileInMemory(name, out.toByteArray()),
                                name,
                                new TableImport.Options(form.format(), Map.of(), "", true),
                                Progress.NONE);
        files++;
        if (!report.problems().isEmpty() || report.same() != items) {
            changes.add(name + " " + form + ": " + report.toJson());
        }
    }
}
