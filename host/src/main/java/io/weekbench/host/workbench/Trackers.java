package io.weekbench.host.workbench;

import io.weekbench.api.Importer;
import io.weekbench.api.Registration;
import io.weekbench.api.Report;
import io.weekbench.api.Section;
import io.weekbench.api.Source;
import io.weekbench.api.Tracker;
import io.weekbench.api.Workbench;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The Java half of the trackers that are loaded: their rules, and what they registered. */
final class Trackers implements AutoCloseable, Pages {
    private final Access access = new Access();
    private final RuleBook book = new RuleBook();
    private final Deadline deadline;
    private final RuleRun rules;
    private final Map<String, List<Importer>> importers = new ConcurrentSkipListMap<>();
    private final Map<String, List<Source>> sources = new ConcurrentSkipListMap<>();
    private final Map<String, List<Section>> sections = new ConcurrentSkipListMap<>();
    private final Map<String, List<Report>> reports = new ConcurrentSkipListMap<>();
    private final AtomicLong edition = new AtomicLong();
    private final Map<String, Registrations> registrations = new ConcurrentHashMap<>();
    private final Executor alone;

    private volatile Consumer<String> givenUp = id -> {};

    /**
     * @param alone runs something while no request is judged, and returns when that is done
     */
    Trackers(Options options, Executor alone) {
        this.alone = alone;
        this.deadline = new Deadline(options.ruleDeadline());
        this.rules = new RuleRun(book, deadline, this::giveUp);
    }

    /**
     * @param told the id of each tracker that was unloaded because a rule of it ran over its
     *     deadline; on the writer's thread, so it must not wait for anything
     */
    void onGivenUp(Consumer<String> told) {
        givenUp = told;
    }

    private void giveUp(String id) {
        unload(id);
        givenUp.accept(id);
    }

    /** Another one whenever what judges has changed. */
    long edition() {
        return edition.get();
    }

    Access access() {
        return access;
    }

    RuleRun rules() {
        return rules;
    }

    /**
     * Its rules judge and its tables take writes, an earlier version of it being unloaded first. A
     * request that began to be judged without these rules is decided before its tables take any.
     */
    void load(String id, Tracker tracker, Workbench workbench) {
        unload(id);
        List<RuleBook.Entry> rules =
                tracker.rules().stream().map(rule -> RuleBook.Entry.of(id, rule)).toList();
        alone.execute(() -> allow(id, rules));
        importers.put(id, List.copyOf(tracker.importers()));
        sources.put(id, List.copyOf(tracker.sources()));
        sections.put(id, List.copyOf(tracker.sections()));
        reports.put(id, List.copyOf(tracker.reports()));
        tracker.start(workbench);
    }

    private void allow(String id, List<RuleBook.Entry> rules) {
        Registrations opened = new Registrations();
        registrations.put(id, opened);
        rules.forEach(rule -> opened.keep(book.add(rule)));
        access.allow(id);
        edition.incrementAndGet();
    }

    /** Of the trackers that are loaded, in the order of their ids. */
    List<Importer> importers() {
        return importers.values().stream().flatMap(List::stream).toList();
    }

    /** Of the trackers that are loaded, by their ids. */
    Map<String, List<Source>> sources() {
        return Collections.unmodifiableMap(sources);
    }

    @Override
    public Map<String, List<Section>> sections() {
        return Collections.unmodifiableMap(sections);
    }

    @Override
    public Map<String, List<Report>> reports() {
        return Collections.unmodifiableMap(reports);
    }

    /** Undone when the tracker is unloaded, whether it remembers to or not; at once if it is. */
    Registration keep(String id, Registration registration) {
        return registrations.computeIfAbsent(id, any -> new Registrations()).keep(registration);
    }

    /** Its tables turn read-only before its rules are gone. */
    void unload(String id) {
        access.withdraw(id);
        importers.remove(id);
        sources.remove(id);
        sections.remove(id);
        reports.remove(id);
        Registrations open = registrations.get(id);
        if (open != null) {
            open.close();
        }
        edition.incrementAndGet();
    }

    @Override
    public void close() {
        List.copyOf(registrations.keySet()).forEach(this::unload);
        deadline.close();
    }
}
