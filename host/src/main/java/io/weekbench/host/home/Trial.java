package io.weekbench.host.home;

import io.weekbench.api.Problem;
import io.weekbench.host.plugin.Answer;
import io.weekbench.host.plugin.Distribution;
import io.weekbench.host.plugin.Draft;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Tries a plugin out in a home of its own that is thrown away, so that its author hears everything
 * before anybody else does: its two files, its code behind the fence, its sample on the road.
 */
public final class Trial {
    private final Home home;
    private final Draft draft;
    private final WalkingClock clock;
    private final List<Problem> problems = new ArrayList<>();

    private Trial(Home home, Draft draft, WalkingClock clock) {
        this.home = home;
        this.draft = draft;
        this.clock = clock;
    }

    /** Everything that is wrong with it; its place is the file and the place in that. */
    public static List<Problem> of(Draft draft, Distribution distribution, Clock clock)
            throws IOException {
        Sample sample = Sample.ofTracker(draft.folder());
        WalkingClock walking = new WalkingClock(sample.start(clock.instant()), clock);
        try (TemporaryFolder folder = TemporaryFolder.make("weekbench-trial");
                Home home = Home.openThrowAway(folder.path(), distribution, walking)) {
            return new Trial(home, draft, walking).run(sample);
        }
    }

    /** Installs what the draft needs from the catalogue, where it is not there already. */
    public static List<Problem> provide(Home home, Draft draft) throws IOException {
        List<Problem> problems = new ArrayList<>();
        for (String need : draft.needs()) {
            boolean there =
                    home.plugins().installed().stream()
                            .anyMatch(one -> one.id().equals(need) && !one.isRemoved());
            if (!there && home.plugins().install(need) instanceof Answer.Refused refused) {
                refused.problems()
                        .forEach(
                                problem ->
                                        problems.add(
                                                at(
                                                        "plugin.properties plugin.dependencies",
                                                        problem)));
            }
        }
        return problems;
    }

    private List<Problem> run(Sample own) throws IOException {
        problems.addAll(provide(home, draft));
        problems.addAll(draft.problems(home.workbench().catalog()));
        own.problems().forEach(problem -> problems.add(below(draft.folder(), problem)));
        if (problems.isEmpty()) {
            Answer answer = home.plugins().reload(draft.pack());
            if (answer instanceof Answer.Refused refused) {
                problems.addAll(refused.problems());
            } else {
                loadSamples();
            }
        }
        return problems;
    }

    /** With those of the plugins it needs, which it may build upon. */
    private void loadSamples() throws IOException {
        Path plugins = Home.pluginFolder(home.folder());
        String name =
                draft.introduction().map(said -> said.id() + "-" + said.version()).orElseThrow();
        Sample.read(List.of(plugins))
                .loadAll(home.workbench(), clock::goTo)
                .forEach(problem -> problems.add(below(plugins.resolve(name), problem)));
    }

    private static Problem below(Path folder, Problem problem) {
        return at(
                problem.at().replace(folder + folder.getFileSystem().getSeparator(), ""), problem);
    }

    private static Problem at(String place, Problem problem) {
        return new Problem(
                problem.code(), place, problem.message(), problem.hint(), problem.current());
    }
}
