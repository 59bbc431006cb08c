package io.weekbench.host.transfer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.host.json.Json;
import io.weekbench.host.store.JournalReport;
import io.weekbench.host.store.Rescue;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * What can be read of a damaged home, as JSON lines: a commit each, and last what is missing.
 *
 * <p>The journal is read twice. The specs lie in it like everything else, and the first reading
 * finds the names that the second writes; without the spec of a table there are its numbers.
 */
public final class RescueFile {
    private RescueFile() {}

    /**
     * Writes UTF-8; leaves the stream open.
     *
     * @return what the last line says
     */
    public static JournalReport write(Path home, OutputStream out) throws IOException {
        RescuedNames names = new RescuedNames();
        Rescue.read(home, names::learn);
        RescuedCommit form = new RescuedCommit(names.catalog());
        try {
            JournalReport report = Rescue.read(home, commit -> line(out, form.write(commit)));
            line(out, missing(report));
            out.flush();
            return report;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void line(OutputStream out, ObjectNode node) {
        try {
            out.write(Json.bytes(node));
            out.write("\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode missing(JournalReport report) {
        ObjectNode missing = Json.object();
        missing.put("commits", report.commits()).put("lastRevision", report.lastRevision());
        ArrayNode lost = missing.putArray("lost");
        for (JournalReport.Revisions revisions : report.lost()) {
            lost.addArray().add(revisions.first()).add(revisions.last());
        }
        ArrayNode unreadable = missing.putArray("unreadable");
        report.unreadable()
                .forEach(
                        place ->
                                unreadable
                                        .addObject()
                                        .put("file", place.file())
                                        .put("offset", place.offset())
                                        .put("length", place.length()));
        ArrayNode files = missing.putArray("missingFiles");
        report.missingFiles().forEach(files::add);
        return Json.object().set("missing", missing);
    }
}
