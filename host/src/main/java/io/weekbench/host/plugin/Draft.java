package io.weekbench.host.plugin;

import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import io.weekbench.host.expression.Expressions;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.Introduction;
import io.weekbench.host.tracker.TrackerJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A plugin's folder as its author has it in hand: whole or not, right or wrong. */
public record Draft(Path folder) {

    /** Takes a zip apart into an empty folder, within the limits of an installation. */
    public static Optional<Problem> unpack(Path zip, Path into) throws IOException {
        return new Unpacking(Unpacking.Limits.DEFAULT).unpack(zip, into);
    }

    /** What its tracker.json says about itself; empty where that cannot be read. */
    public Optional<Introduction> introduction() throws IOException {
        Path file = folder.resolve(PluginFolder.TRACKER);
        return Files.exists(file)
                ? TrackerJson.introduce(Files.readAllBytes(file))
                : Optional.empty();
    }

    /** Ids of the plugins it cannot do without. */
    public List<String> needs() throws IOException {
        return new DescriptorCheck(folder).needs();
    }

    /**
     * Everything that can be said against its two files without running any of it, with the file
     * and the place in it.
     *
     * @param known the trackers its references may lead to
     */
    public List<Problem> problems(Catalog known) throws IOException {
        List<Problem> problems =
                new ArrayList<>(new DescriptorCheck(folder).problems(introduction().orElse(null)));
        try {
            byte[] json = Files.readAllBytes(folder.resolve(PluginFolder.TRACKER));
            TrackerJson.read(json, known, new Expressions())
                    .problems()
                    .forEach(problem -> problems.add(in(PluginFolder.TRACKER, problem)));
        } catch (NoSuchFileException e) {
            problems.add(
                    new Problem(
                            "missing",
                            PluginFolder.TRACKER,
                            new Text("There is no tracker.json.", "没有 tracker.json。"),
                            new Text(
                                    "It declares the tables; weekbench plugin new makes one to begin with.",
                                    "它声明各表；可用 weekbench plugin new 生成初稿。")));
        }
        return problems;
    }

    private static Problem in(String file, Problem problem) {
        return new Problem(
                problem.code(),
                (file + " " + problem.at()).strip(),
                problem.message(),
                problem.hint(),
                problem.current());
    }

    /** The zip of it; the same files make the same bytes. */
    public byte[] pack() throws IOException {
        return Packing.pack(folder);
    }

    /** In hexadecimal. */
    public static String sha512(byte[] bytes) {
        return Installing.sha512(bytes);
    }
}
