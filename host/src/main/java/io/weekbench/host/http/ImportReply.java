package io.weekbench.host.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.weekbench.api.WeekbenchException;
import io.weekbench.host.json.Failures;
import io.weekbench.host.json.Json;
import io.weekbench.host.json.OutcomeWriter;
import io.weekbench.host.transfer.ImportReport;
import io.weekbench.host.transfer.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CancellationException;

/**
 * Answers an import: with its report, or for a client that asks for lines with how far it is and
 * the report in the last one. Such a client stops the import by closing the connection.
 */
final class ImportReply {
    private static final String LINES = "application/x-ndjson";
    private static final long NANOS_BETWEEN = 200_000_000;

    private final Context ctx;
    private final boolean dryRun;
    private long told = System.nanoTime();

    private ImportReply(Context ctx, boolean dryRun) {
        this.ctx = ctx;
        this.dryRun = dryRun;
    }

    static ImportReply to(Context ctx, boolean dryRun) {
        return new ImportReply(ctx, dryRun);
    }

    /** An import that tells how far it is. */
    @FunctionalInterface
    interface Import {
        ImportReport run(Progress progress) throws IOException;
    }

    void send(Import one) throws IOException {
        if (String.valueOf(ctx.header("Accept")).contains(LINES)) {
            sendLines(one);
            return;
        }
        ImportReport report = one.run(Progress.NONE);
        ctx.status(report.isGood() || dryRun ? 200 : 422);
        Reply.json(ctx, report.toJson());
    }

    private void sendLines(Import one) throws IOException {
        ctx.contentType(LINES + "; charset=utf-8").header("Cache-Control", "no-store");
        ObjectNode last;
        try {
            last = Json.object().set("report", one.run(this::tell).toJson());
        } catch (WeekbenchException e) { // the status line has gone out already
            last = OutcomeWriter.refused(Failures.problems(e, String.valueOf(e.getMessage())));
        } catch (CancellationException e) {
            return; // nobody is left to tell
        }
        line(last);
    }

    private void tell(Progress.Phase phase, long done, long total) {
        long now = System.nanoTime();
        if (now - told < NANOS_BETWEEN) {
            return;
        }
        told = now;
        ObjectNode node = Json.object();
        node.putObject("progress").put("phase", phase.word()).put("done", done).put("total", total);
        try {
            line(node);
        } catch (IOException e) {
            CancellationException gone = new CancellationException("the client has gone");
            gone.initCause(e);
            throw gone;
        }
    }

    /**
     * By the servlet's own stream: the one that Javalin lays over it swallows a flush, so that the
     * client would see nothing until some thirty kilobytes of lines had come together, and nobody
     * would notice that it has gone.
     */
    private void line(ObjectNode node) throws IOException {
        OutputStream out = ctx.res().getOutputStream();
        out.write(Json.bytes(node));
        out.write('\n');
        out.flush();
    }
}
