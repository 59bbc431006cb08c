package io.weekbench.host.transfer;

import io.weekbench.api.Snapshot;
import io.weekbench.host.tracker.Catalog;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;

/** Writes a table or view in any format, as it stood at a revision. */
public final class TableExport {
    private final Snapshot snapshot;
    private final Catalog catalog;
    private final ZoneId zone;

    /**
     * @param zone in which a workbook shows times
     */
    public TableExport(Snapshot snapshot, Catalog catalog, ZoneId zone) {
        this.snapshot = snapshot;
        this.catalog = catalog;
        this.zone = zone;
    }

    /**
     * Does not close the stream.
     *
     * @param asOf as it was asked for; empty for now
     * @throws io.weekbench.api.WeekbenchException {@code TOO_LARGE} where the format has no room
     *     for it; nothing is written then
     */
    public void write(Selection selection, ExportForm form, String asOf, OutputStream out) {
        try {
            switch (form.format()) {
                case CSV -> CsvOut.write(outgoing(selection, form), form.mark(), out);
                case MARKDOWN -> MarkdownOut.write(outgoing(selection, form), out);
                case HTML -> HtmlOut.write(outgoing(selection, form), out);
                case XLSX ->
                        new XlsxOut(outgoing(selection, form), zone)
                                .write(selection.table().label(), form.words(), out);
                case JSON -> new JsonOut(snapshot, selection, out).page(asOf);
                case JSON_LINES -> new JsonOut(snapshot, selection, out).lines();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outgoing outgoing(Selection selection, ExportForm form) {
        return new Outgoing(snapshot, catalog, selection, form);
    }
}
