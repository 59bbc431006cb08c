package io.weekbench.host.plugin;

import io.weekbench.api.Importer;
import io.weekbench.api.Report;
import io.weekbench.api.Rule;
import io.weekbench.api.Section;
import io.weekbench.api.Source;
import io.weekbench.api.Tracker;
import io.weekbench.api.Workbench;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * A plugin's Java half as the workbench gets it: whatever it hands over is behind its fence, and
 * what it is called for while it starts must be done within a time.
 */
record FencedTracker(Tracker code, Permit permit, Duration limit) implements Tracker {
    /** An importer may think for so much longer before it goes on reading. */
    private static final int LIMITS_OF_SILENCE = 3;

    @Override
    public List<Rule> rules() {
        return fenced("rules", code::rules, rule -> new FencedRule(rule, permit));
    }

    @Override
    public List<Importer> importers() {
        return fenced(
                "importers",
                code::importers,
                one -> new FencedImporter(one, permit, limit.multipliedBy(LIMITS_OF_SILENCE)));
    }

    @Override
    public List<Source> sources() {
        return fenced("sources", code::sources, one -> new FencedSource(one, permit));
    }

    @Override
    public List<Section> sections() {
        return fenced("sections", code::sections, one -> new FencedSection(one, permit, limit));
    }

    @Override
    public List<Report> reports() {
        return fenced("reports", code::reports, one -> new FencedReport(one, permit, limit));
    }

    private <T> List<T> fenced(String doing, Callable<List<T>> code, Function<T, T> fence) {
        return within(doing, () -> code.call().stream().map(fence).toList());
    }

    @Override
    public void start(Workbench workbench) {
        within(
                "start",
                () -> {
                    code.start(new PermittedWorkbench(workbench, permit));
                    return true;
                });
    }

    private <T> T within(String doing, Callable<T> task) {
        return permit.guard().call(doing, limit, task);
    }
}
