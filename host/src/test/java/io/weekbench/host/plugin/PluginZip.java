package io.weekbench.host.plugin;

import io.weekbench.api.Tracker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.pf4j.PluginManager;

/** A plugin made the way the build makes one: compiled, described, zipped. */
public final class PluginZip {
    private final String id;
    private final String version;
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private String table =
            """
            {'id': 'note', 'label': {'en': 'Note', 'zh': '笔记'}, 'title': 'name', 'key': ['name'],
             'fields': [{'id': 'name', 'type': 'text', 'required': true, 'label': {'en': 'Name', 'zh': '名称'}}]}
            """;
    private String capabilities = "{}";

    private PluginZip(String id, String version) {
        this.id = id;
        this.version = version;
        properties.put("plugin.id", id);
        properties.put("plugin.version", version);
        properties.put("plugin.requires", "0.1");
    }

    /** With one table, {@code note}, whose key is {@code name}. */
    public static PluginZip of(String id, String version) {
        return new PluginZip(id, version);
    }

    public PluginZip with(String property, String value) {
        properties.put(property, value);
        return this;
    }

    public PluginZip needs(String dependencies) {
        return with("plugin.dependencies", dependencies);
    }

    /** Another table than {@code note}; single quotes for double ones. */
    PluginZip table(String json) {
        table = json;
        return this;
    }

    public PluginZip capabilities(String json) {
        capabilities = json;
        return this;
    }

    PluginZip entry(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    PluginZip entry(String name, String content) {
        return entry(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** A class of the package {@code sample}, with the API imported. */
    PluginZip java(String name, String source) {
        sources.put(
                name, "package sample; import io.weekbench.api.*; import java.util.*;\n" + source);
        return this;
    }

    /** Its Java half: the body of a class that is a {@link Tracker}. */
    public PluginZip tracker(String body) {
        return java("Code", "public final class Code implements Tracker {\n" + body + "\n}")
                .entry("classes/META-INF/services/io.weekbench.api.Tracker", "sample.Code\n");
    }

    public byte[] zip() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        StringBuilder lines = new StringBuilder();
        properties.forEach(
                (key, value) -> lines.append(key).append('=').append(value).append('\n'));
        all.put("plugin.properties", lines.toString().getBytes(StandardCharsets.UTF_8));
        all.put("tracker.json", trackerJson().getBytes(StandardCharsets.UTF_8));
        if (!sources.isEmpty()) {
            compiled(sources).forEach((name, bytes) -> all.put("classes/" + name, bytes));
        }
        all.putAll(entries);
        return zip(all);
    }

    /** Puts these into a catalogue, and nothing else. */
    public static void offer(Path catalog, PluginZip... zips) {
        List<String> entries = new ArrayList<>();
        try {
            Files.createDirectories(catalog);
            for (PluginZip zip : zips) {
                byte[] bytes = zip.zip();
                Files.write(catalog.resolve(zip.fileName()), bytes);
                entries.add(zip.listed(Installing.sha512(bytes)));
            }
            Files.writeString(
                    catalog.resolve("plugins.json"), "[" + String.join(",", entries) + "]");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String listed(String sha512) {
        return """
               {"id":"%s","releases":[
                 {"version":"%s","requires":"0.1","url":"%s","sha512sum":"%s"}]}"""
                .formatted(id, version, fileName(), sha512);
    }

    private String fileName() {
        return id + "-" + version + ".zip";
    }

    /** As a folder below this one, as if it had been installed. */
    Path in(Path plugins) {
        Path folder = plugins.resolve(id + "-" + version);
        try {
            Path zip = Files.write(Files.createTempFile("plugin", ".zip"), zip());
            Files.createDirectories(folder);
            var fault = new Unpacking(Unpacking.Limits.DEFAULT).unpack(zip, folder);
            if (fault.isPresent()) {
                throw new IllegalStateException(fault.get().toString());
            }
            Files.delete(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    private String trackerJson() {
        return """
               {'id': '%s', 'version': '%s', 'label': {'en': 'Tracker %s', 'zh': '追踪器 %s'},
                'capabilities': %s, 'tables': [%s]}
               """
                .formatted(id, version, id, id, capabilities, table)
                .replace('\'', '"');
    }

    static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Compiles all sources below a folder, as a build would. */
    public static void compileInto(Path classes, Path sources) throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = String.valueOf(file.getFileName()).replace(".java", "");
                all.put(name, Files.readString(file));
            }
        }
        for (Map.Entry<String, byte[]> one : compiled(all).entrySet()) {
            Path target = classes.resolve(one.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, one.getValue());
        }
    }

    /** The class files, by their paths. */
    static Map<String, byte[]> compiled(Map<String, String> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try {
            Path folder = Files.createTempDirectory("compiled");
            List<String> arguments =
                    new ArrayList<>(
                            List.of(
                                    "-proc:none",
                                    "-nowarn",
                                    "-d",
                                    folder.toString(),
                                    "-cp",
                                    place(Tracker.class)
                                            + System.getProperty("path.separator")
                                            + place(PluginManager.class)));
            for (Map.Entry<String, String> source : sources.entrySet()) {
                Path file = folder.resolve(source.getKey() + ".java");
                arguments.add(Files.writeString(file, source.getValue()).toString());
            }
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            if (compiler.run(null, said, said, arguments.toArray(String[]::new)) != 0) {
                throw new IllegalArgumentException(said.toString(StandardCharsets.UTF_8));
            }
            Map<String, byte[]> classes = new LinkedHashMap<>();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    String name = folder.relativize(file).toString().replace('\\', '/');
                    if (name.endsWith(".class")) {
                        classes.put(name, Files.readAllBytes(file));
                    }
                }
            }
            Shelf.delete(folder);
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
