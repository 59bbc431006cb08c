package io.weekbench.testkit.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the numbers were taken on. Where a system does not say, less is printed. */
final class Machine {
    private static final Path PROC = Path.of("/proc");
    private static final int FORCES = 200;

    private Machine() {}

    static List<String> facts(Path folder) throws Exception {
        List<String> facts = new ArrayList<>();
        facts.add(
                "Machine: "
                        + Runtime.getRuntime().availableProcessors()
                        + " × "
                        + line(PROC.resolve("cpuinfo"), "model name").orElse("processor")
                        + ", "
                        + line(PROC.resolve("meminfo"), "MemTotal").orElse("? kB")
                        + ", load "
                        + line(PROC.resolve("loadavg"), "").orElse("?"));
        facts.add(
                "System: "
                        + System.getProperty("os.name")
                        + " "
                        + System.getProperty("os.version")
                        + ", "
                        + System.getProperty("java.vm.name")
                        + " "
                        + System.getProperty("java.vm.version")
                        + ", SQLite "
                        + Sqlite.version());
        facts.add(
                "Disk: "
                        + Files.getFileStore(folder)
                        + " "
                        + Files.getFileStore(folder).type()
                        + ", one forced write of 512 bytes takes "
                        + Row.millis(forceMillis(folder)));
        return facts;
    }

    /** Heap used and resident set of this process. */
    static String memory() {
        Runtime runtime = Runtime.getRuntime();
        return Row.format(
                "heap %d of %d MB, RSS %s",
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                runtime.maxMemory() >> 20,
                rss());
    }

    /** What this process took of the processors, which says more than time on a busy machine. */
    static double processorMillis() {
        return processorMillis(ProcessHandle.current());
    }

    static double processorMillis(ProcessHandle process) {
        return process.info().totalCpuDuration().map(java.time.Duration::toMillis).orElse(0L);
    }

    /** Now and at its most. */
    private static String rss() {
        Path status = PROC.resolve("self/status");
        return megabytes(status, "VmRSS") + ", at most " + megabytes(status, "VmHWM");
    }

    private static String megabytes(Path file, String name) {
        return line(file, name)
                .map(text -> Long.parseLong(text.replaceAll("\\D", "")) / 1024 + " MB")
                .orElse("unknown");
    }

    /** The median of writes in place, each forced: what no durable commit can be faster than. */
    private static double forceMillis(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "force", "");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(FORCES * 512), 0);
            channel.force(true);
            double[] millis = new double[FORCES];
            for (int i = 0; i < FORCES; i++) {
                long begin = System.nanoTime();
                channel.write(ByteBuffer.allocate(512).put((byte) i).rewind(), i * 512L);
                channel.force(false);
                millis[i] = (System.nanoTime() - begin) / 1e6;
            }
            return Rounds.percentile(millis, 0.5);
        } finally {
            Files.delete(file);
        }
    }

    private static java.util.Optional<String> line(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip());
        } catch (IOException e) {
            return java.util.Optional.empty();
        }
    }
}
