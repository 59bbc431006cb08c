package io.weekbench.host.workbench;

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

/** The workbench as one caller uses it: what they ask carries their name. */
record CallersWorkbench(LiveWorkbench live, Caller caller) implements Workbench {

    @Override
    public Snapshot snapshot() {
        return live.snapshots().now();
    }

    @Override
    public Snapshot asOf(Instant time) {
        return live.snapshots().asOf(time);
    }

    @Override
    public Snapshot at(long revision) {
        return live.snapshots().at(revision);
    }

    @Override
    public Clock clock() {
        return live.clock();
    }

    @Override
    public Outcome submit(Request request) {
        return live.submit(caller, request);
    }

    @Override
    public Outcome preview(Request request) {
        return live.preview(caller, request);
    }

    @Override
    public List<Commit> commitsSince(long revision, int limit) {
        return live.commitsSince(revision, limit);
    }

    @Override
    public Registration listen(Listener listener) {
        return live.listen(caller, listener);
    }

    @Override
    public Attachment keep(String name, String mediaType, InputStream content) {
        return live.files().keep(name, mediaType, content);
    }

    @Override
    public InputStream open(Attachment file) {
        return live.files().open(file);
    }
}
