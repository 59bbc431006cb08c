package io.weekbench.host.http;

import io.javalin.http.Context;
import io.weekbench.api.Commit;
import io.weekbench.api.Origin;
import io.weekbench.api.Request;
import io.weekbench.api.Workbench;
import io.weekbench.host.json.CommitWriter;
import io.weekbench.host.json.RequestReader;
import io.weekbench.host.workbench.Caller;
import io.weekbench.host.workbench.LiveWorkbench;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is asked and what happened. */
final class Commits {
    private static final Origin PERSON = new Origin(Origin.Kind.PERSON, "");
    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 1_000;

    /** Of the commits of one page; a single one of an import may have more. */
    private static final int LARGEST_CHANGES = 1_000;

    private final LiveWorkbench workbench;

    Commits(LiveWorkbench workbench) {
        this.workbench = workbench;
    }

    void apply(Context ctx) {
        Params params = Params.of(ctx);
        boolean preview = params.flag("preview");
        Caller caller = params.caller(PERSON);
        if (params.refused() || !Bodies.isJson(ctx)) {
            return;
        }
        Optional<byte[]> body = Bodies.read(ctx, Bodies.APPLY_BYTES);
        if (body.isEmpty()) {
            return;
        }
        Request.Batch batch =
                RequestReader.strict(workbench.catalog()).read(body.get(), params.problems());
        if (batch == null) {
            Reply.refuse(ctx, 422, params.problems().list());
            return;
        }
        Workbench as = workbench.as(caller);
        Reply.outcome(ctx, preview ? as.preview(batch) : as.submit(batch));
    }

    void undo(Context ctx) {
        Params params = Params.of(ctx);
        boolean preview = params.flag("preview");
        Caller caller = params.caller(PERSON);
        String written = ctx.pathParam("revision");
        if (!written.matches("[1-9]\\d{0,17}")) {
            params.bad("revision", written, "a revision, 1, 2, 3 …", "修订号 1、2、3……");
        }
        if (!params.refused()) {
            Request undo = new Request.Undo(Long.parseLong(written));
            Workbench as = workbench.as(caller);
            Reply.outcome(ctx, preview ? as.preview(undo) : as.submit(undo));
        }
    }

    /** The revision answered is where to go on from: that of the last commit in the answer. */
    void since(Context ctx) {
        Params params = Params.of(ctx);
        long since = params.number("since", 0, 0, Long.MAX_VALUE);
        int limit = (int) params.number("limit", PAGE, 1, LARGEST_PAGE);
        if (!params.refused()) {
            List<Commit> commits = page(since, limit);
            Reply.json(ctx, CommitWriter.page(last(commits, since), commits));
        }
    }

    /** Full when it has so many commits, or those in it so many changes. */
    private List<Commit> page(long since, int limit) {
        Workbench reader = Readers.of(workbench);
        List<Commit> page = new ArrayList<>();
        List<Commit> next = reader.commitsSince(since, 1);
        for (int changes = 0; !next.isEmpty(); ) {
            page.addAll(next);
            changes += next.get(0).changes().size();
            boolean full = page.size() == limit || changes >= LARGEST_CHANGES;
            next = full ? List.of() : reader.commitsSince(last(page, since), 1);
        }
        return page;
    }

    private static long last(List<Commit> commits, long otherwise) {
        return commits.isEmpty() ? otherwise : commits.get(commits.size() - 1).revision();
    }
}
