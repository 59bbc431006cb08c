package io.weekbench.host.plugin;

import io.weekbench.api.Attachment;
import io.weekbench.api.Commit;
import io.weekbench.api.Listener;
import io.weekbench.api.Outcome;
import io.weekbench.api.Registration;
import io.weekbench.api.Request;
import io.weekbench.api.Snapshot;
import io.weekbench.api.Workbench;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The workbench as one plugin may use it. */
record PermittedWorkbench(Workbench whole, Permit permit) implements Workbench {

    @Override
    public Snapshot snapshot() {
        return new PermittedSnapshot(open().snapshot(), permit);
    }

    @Override
    public Snapshot asOf(Instant time) {
        return new PermittedSnapshot(open().asOf(time), permit);
    }

    @Override
    public Snapshot at(long revision) {
        return new PermittedSnapshot(open().at(revision), permit);
    }

    @Override
    public Clock clock() {
        return whole.clock();
    }

    @Override
    public Outcome submit(Request request) {
        check(request);
        return whole.submit(request);
    }

    @Override
    public Outcome preview(Request request) {
        check(request);
        return whole.preview(request);
    }

    private void check(Request request) {
        permit.submit(request);
        if (request instanceof Request.Undo undo) {
            checkUndo(undo);
        } else if (request instanceof Request.Batch batch) {
            batch.requests().forEach(this::check);
        }
    }

    private void checkUndo(Request.Undo undo) {
        whole.commitsSince(undo.revision() - 1, 1).forEach(permit::undo);
    }

    @Override
    public List<Commit> commitsSince(long revision, int limit) {
        return open().commitsSince(revision, limit).stream().map(this::readable).toList();
    }

    /** Without the changes of tables it may not read. */
    Commit readable(Commit commit) {
        return new Commit(
                commit.revision(),
                commit.time(),
                commit.actor(),
                commit.reason(),
                commit.origin(),
                commit.step(),
                commit.causedBy(),
                commit.changes().stream()
                        .filter(change -> permit.mayRead(change.ref().table()))
                        .toList());
    }

    @Override
    public Registration listen(Listener listener) {
        return open().listen(new FencedListener(listener, permit));
    }

    @Override
    public Attachment keep(String name, String mediaType, InputStream content) {
        return open().keep(name, mediaType, content);
    }

    @Override
    public InputStream open(Attachment file) {
        return open().open(file);
    }

    private Workbench open() {
        permit.guard().expectOpen();
        return whole;
    }
}
