package io.weekbench.host.workbench;

import io.weekbench.api.Origin;
import io.weekbench.host.store.Store;
import io.weekbench.host.store.StoredCommit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Steps that were cut short, by a crash mostly: half of an import is there, under one name, and
 * stays there until somebody takes it back or brings the rest. Nobody but a person knows which of
 * the two is wanted.
 *
 * <p>Looked for when the workbench is opened, among the latest commits: each commit of a step says
 * how many may still come, and the last one that none does.
 */
final class CutSteps {
    private static final Logger LOG = LoggerFactory.getLogger(CutSteps.class);

    /** So many are looked at, which takes some milliseconds; what is older was told before. */
    private static final long LOOKED_AT = 5_000;

    private final List<CutStep> found = new CopyOnWriteArrayList<>();

    private CutSteps() {}

    static CutSteps in(Store store) {
        CutSteps steps = new CutSteps();
        Set<Long> settled = new HashSet<>();
        long latest = store.revision();
        for (long revision = latest; revision > Math.max(0, latest - LOOKED_AT); revision--) {
            steps.look(store.head(revision), settled);
        }
        steps.found.removeIf(cut -> store.read(cut.last().revision()).changes().isEmpty());
        steps.found.forEach(CutSteps::tell);
        return steps;
    }

    /** From the latest commit backwards, so that the last one of a step comes first. */
    private void look(StoredCommit.Head head, Set<Long> settled) {
        boolean isFirstSeen = settled.add(head.step());
        if (head.origin().kind() == Origin.Kind.UNDO && head.stepLeft() == 0) {
            undone(head.origin().name()).ifPresent(settled::add);
        }
        boolean isRedoneAtEachStart = head.origin().kind() == Origin.Kind.HOST;
        if (isFirstSeen && head.stepLeft() > 0 && !isRedoneAtEachStart) {
            found.add(new CutStep(head));
        }
    }

    /** A purge takes the name away with the changes. */
    private static Optional<Long> undone(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(name));
    }

    private static void tell(CutStep step) {
        LOG.warn(
                "The step that began with revision {} ({}) was cut short: {} of its commits are"
                        + " missing. Take it back with: weekbench undo {}",
                step.step(),
                step.last().reason(),
                step.last().stepLeft(),
                step.step());
    }

    List<CutStep> list() {
        return List.copyOf(found);
    }

    /** One that was left half done while the process went on. */
    void leave(StoredCommit.Head last) {
        CutStep cut = new CutStep(last);
        found.add(cut);
        tell(cut);
    }

    /** It was taken back. */
    void settle(long step) {
        found.removeIf(cut -> cut.step() == step);
    }
}
