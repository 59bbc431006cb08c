package io.weekbench.testkit.campaign;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One life of a {@link CrashWriter}, ended by kill -9 at a random point. */
final class Crash {
    private final Path home;
    private final long seed;
    private final Random random;

    Crash(Path home, long seed) {
        this.home = home;
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** What was acknowledged before the end, in the order it was heard. */
    List<String> run() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        List<String> acknowledged = new ArrayList<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            // Sometimes while it is still opening, mostly somewhere among its commits.
            int wanted = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(120);
            String line = "";
            while (acknowledged.size() < wanted && line != null) {
                line = lines.readLine();
                if (line != null) {
                    acknowledged.add(line);
                }
            }
            process.toHandle().destroyForcibly(); // SIGKILL; leaves what was said readable
            // What it had said before it died was acknowledged too; its last line may be torn.
            lines.lines()
                    .filter(said -> said.matches("\\d+ [0-9a-f]+\\."))
                    .forEach(acknowledged::add);
        } finally {
            process.destroyForcibly().waitFor();
        }
        return acknowledged;
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(CrashWriter.class.getName());
        command.add(home.toString());
        command.add(Long.toString(seed));
        command.add(Integer.toString(1 + random.nextInt(8)));
        return command;
    }
}
