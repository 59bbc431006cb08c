package io.weekbench.host.workbench;

import io.weekbench.api.Commit;
import io.weekbench.api.Importer;
import io.weekbench.api.Listener;
import io.weekbench.api.Origin;
import io.weekbench.api.Outcome;
import io.weekbench.api.Problem;
import io.weekbench.api.Registration;
import io.weekbench.api.Request;
import io.weekbench.api.Source;
import io.weekbench.api.Tracker;
import io.weekbench.api.Workbench;
import io.weekbench.host.json.PurgeRequest;
import io.weekbench.host.store.Store;
import io.weekbench.host.store.StoreAdmin;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.TrackerSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * The road a change takes. Every door submits here, so no path can slip past a rule:
 *
 * <pre>
 * submit → queue → Planner → RuleRun → SchemaCheck → Store.commit → CommitFeed → answer
 * </pre>
 *
 * <p>Any thread may submit and read. One at a time judges and commits: whoever is first in the
 * queue takes what has gathered there as one group, so that many people's commits share one force
 * of the disk.
 */
public final class LiveWorkbench implements AutoCloseable {
    private final Store store;
    private final Files files;
    private final Clock clock;
    private final Specs specs;
    private final Trackers trackers;
    private final Listeners listeners;
    private final Snapshots snapshots;
    private final ItemIds ids = new ItemIds();
    private final CutSteps cutSteps;
    private final CommitFeed feed = new CommitFeed(this::commitsSince);
    private final GroupQueue<Work<?>> queue = new GroupQueue<>(this::write);

    public LiveWorkbench(Store store, Files files, Cursors cursors, Clock clock, Options options) {
        this.store = store;
        this.files = files;
        this.clock = clock;
        this.specs = new Specs(store, clock.getZone());
        OrderCache orders = new OrderCache(Runtime.getRuntime().maxMemory() / 8);
        this.snapshots = new Snapshots(store, specs, clock, orders);
        this.trackers = new Trackers(options, this::alone);
        this.listeners = new Listeners(this, cursors, options);
        this.cutSteps = CutSteps.in(store);
    }

    /** Takes the road with this request and waits for what comes of it. */
    public Outcome submit(Caller caller, Request request) {
        Optional<Problem> unfit = Limits.problem(store, caller, request);
        if (unfit.isPresent()) {
            return new Outcome.Refused(List.of(unfit.get()));
        }
        return request instanceof Request.Undo undo
                ? undo(caller, undo)
                : await(new Work.Pending(caller, request));
    }

    private Outcome undo(Caller caller, Request.Undo request) {
        PastStep step = step(request.revision());
        Outcome outcome =
                step.commits().size() > 1
                        ? new Steps(this).undo(caller, step, done -> {})
                        : await(new Work.Pending(caller, request));
        if (outcome instanceof Outcome.Accepted && !step.isEmpty()) {
            cutSteps.settle(step.number());
        }
        return outcome;
    }

    /** What is there of the step stays there until somebody takes it back. */
    void leaveHalfDone(long step) {
        cutSteps.leave(store.head(step(step).lastRevision()));
    }

    /** Steps that were cut short and nobody has taken back yet. */
    public List<CutStep> cutSteps() {
        return cutSteps.list();
    }

    <T> T await(Work<T> work) {
        queue.handle(work);
        return work.await();
    }

    /** Whatever happens to a group, each of those who wait for it hears of it. */
    private void write(List<Work<?>> works) {
        try {
            writeGroup(works);
        } catch (RuntimeException | Error e) { // a store that cannot even be read any more
            works.forEach(work -> work.outcome().completeExceptionally(e));
        }
    }

    /** One group, from what was asked to what happened; by one thread at a time. */
    private void writeGroup(List<Work<?>> works) {
        WriteGroup group = openGroup();
        for (Work<?> work : works) {
            if (work instanceof Work.Pending pending) {
                decide(pending, group);
            } else if (work instanceof Work.Exclusive<?> exclusive) {
                settle(group);
                exclusive.run();
                group = openGroup();
            }
        }
        settle(group);
    }

    private WriteGroup openGroup() {
        long revision = store.revision();
        State stored = new StoredState(store.at(revision), catalog());
        return new WriteGroup(new Overlay(stored, catalog()), revision + 1);
    }

    private void decide(Work.Pending pending, WriteGroup group) {
        try {
            group.decide(pending, judge(pending, group));
        } catch (RuntimeException | Error e) { // a bug is told to its caller and stops nobody else
            pending.outcome().completeExceptionally(e);
        }
    }

    /** Everything that can be said against a request, or the edits it comes to. */
    private Draft judge(Work.Pending pending, WriteGroup group) {
        Draft draft = draft(pending.acting(), group);
        Past past = new Past(store, catalog(), group, pending.step());
        Planner planner = new Planner(draft, past, ids);
        planner.planWhole(pending.request(), this::step);
        if (!draft.refused()) {
            trackers.rules().judge(draft, planner);
        }
        if (!draft.refused()) {
            new SchemaCheck(draft, trackers.access(), specs, files).check();
        }
        return draft;
    }

    /** Durable, then visible, then answered. */
    private void settle(WriteGroup group) {
        try {
            if (!group.stored().isEmpty()) {
                store.commit(group.stored());
            }
        } catch (RuntimeException | Error e) { // also those refused may rest on what was lost
            group.failAll(e);
            return;
        }
        feed.publish(group.commits());
        group.answerAll();
    }

    /** The same outcome and changes, without writing; on the caller's thread. */
    public Outcome preview(Caller caller, Request request) {
        Optional<Problem> unfit = Limits.problem(store, caller, request);
        if (unfit.isPresent()) {
            return new Outcome.Refused(List.of(unfit.get()));
        }
        if (request instanceof Request.Undo undo) {
            PastStep step = step(undo.revision());
            if (step.commits().size() > 1) {
                return new Steps(this).previewUndo(caller, step);
            }
        }
        WriteGroup group = openGroup();
        Work.Pending pending = new Work.Pending(caller, request);
        group.decide(pending, judge(pending, group));
        group.answerAll();
        return pending.await();
    }

    /** Judges the chunks of a step, each on top of those before it; on the caller's thread. */
    Rehearsal rehearse(Caller caller, List<Chunk> chunks, StepProgress progress) {
        Rehearsal rehearsal = new Rehearsal(trackers.edition(), today());
        WriteGroup group = openGroup();
        int left = chunks.size();
        long done = 0;
        for (Chunk chunk : chunks) {
            Work.Pending pending =
                    new Work.Pending(caller, chunk.batch(), rehearsal.step(), --left);
            rehearsal.judged(group, pending, judge(pending, group), chunk.places());
            done += chunk.size();
            progress.judged(done);
        }
        return rehearsal;
    }

    /** Empty where anything came in between that could change the verdict. */
    Optional<Outcome> commitAsRehearsed(Rehearsal.Judged chunk) {
        return exclusive(
                () ->
                        store.revision() == chunk.revision()
                                        && trackers.edition() == chunk.edition()
                                        && today().equals(chunk.day())
                                ? Optional.of(new Outcome.Accepted(commit(chunk)))
                                : Optional.empty());
    }

    private Commit commit(Rehearsal.Judged chunk) {
        if (chunk.made() == null) {
            return chunk.commit();
        }
        CommitMaker.Made made = chunk.made().at(now());
        store.commit(List.of(made.stored()));
        feed.publish(List.of(made.commit()));
        return made.commit();
    }

    /**
     * A large import: all of it is validated first, then committed in chunks that share one step,
     * so that nobody waits long behind it and one undo takes it back. The requests may rest on each
     * other in any order. Refused midway (because somebody changed something meanwhile), the step
     * is undone.
     *
     * @param progress told how many requests were judged, and then how many are durable; a {@link
     *     java.util.concurrent.CancellationException} from it takes the step back
     */
    public Outcome step(
            Caller caller, String reason, List<Request> requests, StepProgress progress) {
        return new Steps(this).run(caller, reason, requests, progress);
    }

    /** What a {@link #step} would come to, as one commit; nothing is written. */
    public Outcome previewStep(
            Caller caller, String reason, List<Request> requests, StepProgress progress) {
        return new Steps(this).preview(caller, reason, requests, progress);
    }

    /** Makes a tracker's tables known, as it declares them now; its tables take no writes yet. */
    public void install(TrackerSpec declared) {
        exclusive(
                () -> {
                    specs.install(declared, now(), commit -> feed.publish(List.of(commit)));
                    return declared;
                });
    }

    /** Lets an installed tracker judge and follow; from here on its tables take writes. */
    public void load(String tracker, Tracker plugin) {
        Caller caller = new Caller(tracker, new Origin(Origin.Kind.RULE, tracker));
        trackers.load(tracker, plugin, as(caller));
    }

    /** Its tables turn read-only, and stay readable. */
    public void unload(String tracker) {
        trackers.unload(tracker);
    }

    /**
     * @param told the id of each tracker that was unloaded because a rule of it ran over its
     *     deadline; on the writer's thread, so it must not wait for anything
     */
    public void onGivenUp(Consumer<String> told) {
        trackers.onGivenUp(told);
    }

    /** Of the trackers that are loaded. */
    public List<Importer> importers() {
        return trackers.importers();
    }

    /** Of the trackers that are loaded, by their ids. */
    public Map<String, List<Source>> sources() {
        return trackers.sources();
    }

    /** What the trackers that are loaded say when somebody opens a page. */
    public Pages pages() {
        return trackers;
    }

    /** What a purge would take, or what stands in its way. */
    public PurgeOutcome previewPurge(StoreAdmin admin, PurgeRequest request) {
        return new PurgeRun(this, admin, request).preview();
    }

    /** Takes something out of the store for good, where its request confirms how much that is. */
    public PurgeOutcome purge(Caller caller, StoreAdmin admin, PurgeRequest request) {
        return new PurgeRun(this, admin, request).run(caller);
    }

    private void alone(Runnable task) {
        exclusive(
                () -> {
                    task.run();
                    return task;
                });
    }

    /** Runs something that must have the store to itself, between two groups. */
    <T> T exclusive(Supplier<T> task) {
        return await(new Work.Exclusive<>(task));
    }

    /** The workbench as this caller may use it. */
    public Workbench as(Caller caller) {
        return new CallersWorkbench(this, caller);
    }

    public Catalog catalog() {
        return specs.catalog();
    }

    public CommitFeed feed() {
        return feed;
    }

    public Store store() {
        return store;
    }

    Specs specs() {
        return specs;
    }

    Files files() {
        return files;
    }

    Clock clock() {
        return clock;
    }

    Registration listen(Caller caller, Listener listener) {
        return trackers.keep(caller.origin().name(), listeners.listen(caller, listener));
    }

    public Snapshots snapshots() {
        return snapshots;
    }

    List<Commit> commitsSince(long revision, int limit) {
        CommitReader reader = new CommitReader(store, catalog());
        long latest = store.revision();
        return LongStream.rangeClosed(Math.min(revision, latest) + 1, latest)
                .limit(limit)
                .mapToObj(reader::read)
                .toList();
    }

    /** A draft nobody will commit, over what is stored now. */
    Draft scratch(Caller caller) {
        return draft(caller, openGroup());
    }

    private Draft draft(Caller caller, WriteGroup group) {
        return new Draft(caller, now(), group.next(), group.accepted(), catalog());
    }

    private PastStep step(long revision) {
        return new CommitReader(store, catalog()).step(revision);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now(), clock.getZone());
    }

    /** Times never go back, whatever the clock does. */
    public Instant now() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant last = store.at(store.revision()).time();
        return now.isBefore(last) ? last : now;
    }

    /** Takes no more writes; returns when those in line are judged and written. */
    public void drain() {
        queue.close();
    }

    /** Writes what is queued, then stops. */
    @Override
    public void close() {
        drain();
        trackers.close();
        feed.close();
        snapshots.close();
        store.close();
    }
}
