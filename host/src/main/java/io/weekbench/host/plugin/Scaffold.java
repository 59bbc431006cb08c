package io.weekbench.host.plugin;

import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import io.weekbench.host.tracker.TrackerJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * A plugin to begin with: it can be validated, packed and installed as it is, and each of its files
 * shows one thing an author will want to change.
 */
public final class Scaffold {
    private final String id;
    private final Map<String, String> words;

    private Scaffold(String id, String weekbench) {
        this.id = id;
        this.words =
                Map.of(
                        "id", id,
                        "label", label(id),
                        "api", floor(ApiVersion.CURRENT),
                        "weekbench", weekbench,
                        "package", packageName(id),
                        "class", className(id));
    }

    /**
     * @param version of the product, which the Java half is built against
     */
    public static Scaffold of(String id, String version) {
        return new Scaffold(id, version);
    }

    /** Why it is not made there. */
    public static Optional<Problem> unfit(String id, Path folder) throws IOException {
        if (!TrackerJson.isId(id)) {
            return Optional.of(
                    new Problem(
                            "bad-name",
                            "",
                            new Text("“" + id + "” is no id.", "“" + id + "”不能作为 id。"),
                            new Text(
                                    "Use small letters and digits, words joined by hyphens: sales-calls.",
                                    "用小写字母和数字，词之间用连字符，例如 sales-calls。")));
        } else if (Files.exists(folder) && !isEmpty(folder)) {
            return Optional.of(
                    new Problem(
                            "not-empty",
                            folder.toString(),
                            new Text("There is something already.", "该处已有内容。"),
                            new Text("Name another folder.", "请指定其他文件夹。")));
        }
        return Optional.empty();
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /**
     * Writes it.
     *
     * @param java with a Maven module, a rule and a test of it
     * @return what was written, below the folder
     */
    public Iterable<Path> write(Path folder, boolean java) throws IOException {
        Map<Path, String> files = files(java);
        for (Map.Entry<Path, String> file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            Files.writeString(target, file.getValue());
        }
        return files.keySet();
    }

    private Map<Path, String> files(boolean java) {
        Map<Path, String> files = new LinkedHashMap<>();
        files.put(Path.of("tracker.json"), filled("tracker.json"));
        files.put(Path.of("plugin.properties"), filled("plugin.properties"));
        files.put(Path.of("sample", "first.jsonl"), filled("first.jsonl"));
        String readme = filled("README.md");
        files.put(Path.of("README.md"), java ? readme + filled("README-java.md") : readme);
        if (java) {
            files.put(Path.of("pom.xml"), filled("pom.xml"));
            files.put(source("main", className(id)), filled("Tracker.java.txt"));
            files.put(source("main", "DoneStaysDone"), filled("Rule.java.txt"));
            files.put(source("test", "DoneStaysDoneTest"), filled("Test.java.txt"));
            files.put(
                    Path.of("src/main/resources/META-INF/services/io.weekbench.api.Tracker"),
                    packageName(id) + "." + className(id) + "\n");
        }
        return files;
    }

    private Path source(String kind, String name) {
        return Path.of("src", kind, "java", packageName(id), name + ".java");
    }

    private String filled(String template) {
        String text = text(template);
        for (Map.Entry<String, String> word : words.entrySet()) {
            text = text.replace("{{" + word.getKey() + "}}", word.getValue());
        }
        return text;
    }

    private static String text(String template) {
        try (InputStream in = Scaffold.class.getResourceAsStream("scaffold/" + template)) {
            byte[] bytes = Objects.requireNonNull(in, template).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** {@code Sales calls} of {@code sales-calls}. */
    private static String label(String id) {
        return capital(id).replace('-', ' ');
    }

    private static String className(String id) {
        return Arrays.stream(id.split("-", -1)).map(Scaffold::capital).collect(Collectors.joining())
                + "Tracker";
    }

    private static String packageName(String id) {
        String word = id.replace("-", "");
        return SourceVersion.isName(word) ? word : word + "tracker";
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** Without the last number: a plugin asks for no more than it uses. */
    private static String floor(String version) {
        return version.substring(0, version.lastIndexOf('.'));
    }
}
