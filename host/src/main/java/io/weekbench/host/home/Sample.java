package io.weekbench.host.home;

import io.weekbench.api.Origin;
import io.weekbench.api.Outcome;
import io.weekbench.api.Problem;
import io.weekbench.api.Question;
import io.weekbench.api.Request;
import io.weekbench.api.Text;
import io.weekbench.host.json.Problems;
import io.weekbench.host.json.SampleLine;
import io.weekbench.host.workbench.Caller;
import io.weekbench.host.workbench.LiveWorkbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The sample workspace: what the installed trackers bring in {@code sample/*.jsonl}, in the order
 * of time over all files. It takes the road like everything else, so a sample cannot show what a
 * rule would refuse.
 */
public final class Sample {
    private final List<Line> lines = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private record Line(Path file, int number, SampleLine line, Problems problems) {
        String place() {
            return file + ":" + number;
        }
    }

    private Sample() {}

    /**
     * @param pluginFolders whose sub-folders each hold a tracker
     */
    public static Sample read(List<Path> pluginFolders) throws IOException {
        Sample sample = new Sample();
        for (Path plugins : pluginFolders) {
            for (Path tracker : inOrder(plugins)) {
                sample.addAll(tracker);
            }
        }
        return sample.sorted();
    }

    /**
     * Of one tracker alone.
     *
     * @param tracker the folder with its {@code tracker.json}
     */
    public static Sample ofTracker(Path tracker) throws IOException {
        Sample sample = new Sample();
        sample.addAll(tracker);
        return sample.sorted();
    }

    private Sample sorted() {
        lines.sort(Comparator.comparing(line -> line.line().time()));
        return this;
    }

    private void addAll(Path tracker) throws IOException {
        for (Path file : inOrder(tracker.resolve("sample"))) {
            if (file.toString().endsWith(".jsonl")) {
                addFile(file);
            }
        }
    }

    private static List<Path> inOrder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted().toList();
        }
    }

    private void addFile(Path file) throws IOException {
        int number = 0;
        for (String text : Files.readAllLines(file)) {
            number++;
            if (!text.isBlank()) {
                add(file, number, text);
            }
        }
    }

    private void add(Path file, int number, String text) {
        Problems found = new Problems();
        SampleLine line = SampleLine.read(text, found);
        if (line == null) {
            found.list().forEach(problem -> problems.add(placed(file + ":" + number, problem)));
        } else {
            lines.add(new Line(file, number, line, found));
        }
    }

    /** What is wrong with the files themselves. */
    public List<Problem> problems() {
        return problems;
    }

    /** How many commits it is. */
    public int size() {
        return lines.size();
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** When it begins; the given time where there is nothing in it. */
    public Instant start(Instant otherwise) {
        return lines.isEmpty() ? otherwise : lines.get(0).line().time();
    }

    /**
     * Does it all, each line at its time; the problems of the first line that is refused.
     *
     * @param clock sets the workbench's clock
     */
    public List<Problem> load(LiveWorkbench workbench, Consumer<Instant> clock) {
        for (Line line : lines) {
            clock.accept(line.line().time());
            List<Problem> refused = load(workbench, line);
            if (!refused.isEmpty()) {
                return refused.stream().map(problem -> placed(line.place(), problem)).toList();
            }
        }
        return List.of();
    }

    /** The same, but goes on after a line that is refused: all that is wrong, for its author. */
    public List<Problem> loadAll(LiveWorkbench workbench, Consumer<Instant> clock) {
        List<Problem> refused = new ArrayList<>();
        for (Line line : lines) {
            clock.accept(line.line().time());
            load(workbench, line).forEach(problem -> refused.add(placed(line.place(), problem)));
        }
        return refused;
    }

    private static List<Problem> load(LiveWorkbench workbench, Line line) {
        Request.Batch batch = line.line().batch(workbench.catalog());
        if (batch == null) {
            return line.problems().list();
        }
        Caller caller = new Caller(line.line().actor(), new Origin(Origin.Kind.IMPORT, "sample"));
        Outcome outcome = workbench.submit(caller, batch);
        if (outcome instanceof Outcome.Refused refused) {
            return refused.problems();
        } else if (outcome instanceof Outcome.Asked asked) {
            return asked.questions().stream().map(Sample::unanswered).toList();
        }
        return List.of();
    }

    private static Problem unanswered(Question question) {
        return new Problem(
                question.code(),
                question.at(),
                question.question(),
                new Text("Answer it in \"answers\".", "请在 \"answers\" 中作答。"));
    }

    private static Problem placed(String place, Problem problem) {
        String at = Optional.of(problem.at()).filter(inner -> !inner.isEmpty()).orElse("");
        return new Problem(
                problem.code(),
                at.isEmpty() ? place : place + " " + at,
                problem.message(),
                problem.hint(),
                problem.current());
    }
}
