package io.weekbench.testkit.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Another JVM with the same classes: one that may be small, that begins cold, or that is killed. It
 * tells what it measured in lines of a name, a tab and a value.
 */
final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;

    private Child(Process process) {
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.UTF_8);
    }

    static Child start(String heap, Class<?> main, String... args) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heap);
        command.add("-Dfile.encoding=UTF-8");
        command.add("-classpath");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(List.of(args));
        return new Child(
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** Everything it told until it ended. */
    static Map<String, String> run(String heap, Class<?> main, String... args) throws Exception {
        try (Child child = start(heap, main, args)) {
            Map<String, String> told = new LinkedHashMap<>();
            String line = child.lines.readLine();
            while (line != null) {
                String[] parts = line.split("\t", 2);
                told.put(parts[0], parts[1]);
                line = child.lines.readLine();
            }
            int exit = child.process.waitFor();
            if (exit != 0) {
                throw new IllegalStateException(main + " " + List.of(args) + " exits with " + exit);
            }
            return told;
        }
    }

    static void tell(String name, Object value) {
        System.out.println(name + "\t" + value);
    }

    /** Waits until it tells of this. */
    void await(String name) throws IOException {
        String line = lines.readLine();
        while (line == null || !line.startsWith(name + "\t")) {
            if (line == null) {
                throw new IllegalStateException("It ended before it told of " + name);
            }
            line = lines.readLine();
        }
    }

    /** As kill -9 does: no shutdown hook runs, nothing is closed. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
