package io.weekbench.plugins.partnerroadmap;

import io.weekbench.api.Importer;
import io.weekbench.api.Rule;
import io.weekbench.api.Section;
import io.weekbench.api.Tracker;
import io.weekbench.api.Workbench;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Java half of the tracker; what can be declared stands in {@code tracker.json}. */
public final class PartnerRoadmap implements Tracker {
    static final String PARTNER = "partner-roadmap.partner";
    static final String ITEM = "partner-roadmap.item";

    private volatile @Nullable Clock clock;

    @Override
    public List<Rule> rules() {
        return List.of(new PromiseRule(() -> clock().getZone()));
    }

    @Override
    public List<Importer> importers() {
        return List.of(new EndOfLife(this::today), new GitHubMilestones());
    }

    @Override
    public List<Section> sections() {
        return List.of(new PromiseSection());
    }

    @Override
    public void start(Workbench workbench) {
        clock = workbench.clock();
    }

    /** Whether a release has come, or its support has ended, is a question of the day. */
    private LocalDate today() {
        return LocalDate.now(clock());
    }

    private Clock clock() {
        Clock started = clock;
        if (started == null) {
            throw new IllegalStateException("The tracker is used before it is started");
        }
        return started;
    }
}
