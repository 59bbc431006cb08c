package io.weekbench.testkit.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pages in a browser on the same machine. What is measured in them is measured by {@code npm
 * run bench} of host/web; here are the home they show and the host that serves it.
 *
 * <p>{@code BENCH_MINUTES=10} has it switch views for as long as the bar says, {@code BENCH_ROUNDS}
 * says how many windows each median is of.
 */
final class Screens implements Benchmark {
    private static final Path WEB = Path.of("../host/web").toAbsolutePath().normalize();
    private static final Pattern REVISION = Pattern.compile("\"revision\":(\\d+)");
    private static final int TICKETS = 200_000;

    @Override
    public String name() {
        return "screens";
    }

    @Override
    public List<Row> run(Setting setting) throws Exception {
        if (!Served.isBuilt()) {
            return List.of(Served.notBuilt("screens", ""));
        }
        Path home = Million.of(setting).folder();
        String tickets = Integer.toString(setting.items(TICKETS));
        Child.run("512m", ScreensStage.class, home.toString(), tickets);
        try (Served served = Served.start(home)) {
            untilCaughtUp(served);
            return measured(served);
        }
    }

    private static void untilCaughtUp(Served served) throws Exception {
        Matcher revision = REVISION.matcher(served.get("/api/v1/status"));
        if (!revision.find()) {
            throw new IllegalStateException("The status tells of no revision");
        }
        String words = "/api/v1/search?text=quota&limit=1&seen=" + revision.group(1);
        while (served.get(words).contains("\"behind\":true")) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
    }

    private static List<Row> measured(Served served) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder("npm", "run", "--silent", "bench")
                        .directory(WEB.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("WEEKBENCH_URL", served.address().toString());
        Process process = builder.start();
        List<Row> rows = new ArrayList<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                rows.add(row(line.split("\t", -1)));
            }
        }
        if (process.waitFor() != 0) {
            rows.add(new Row("some of the screens", "", "not measured", "", "", "see above"));
        }
        return rows;
    }

    /** From: line, bar, unit, what was got, note. */
    private static Row row(String[] told) {
        double bar = Double.parseDouble(told[1]);
        double got = Double.parseDouble(told[3]);
        if (told[2].equals("ms")) {
            return Row.millis(told[0], bar, got, told[4]);
        }
        return new Row(
                told[0],
                Row.format("≤ %.0f %s", bar, told[2]),
                Row.format("%.0f %s", got, told[2]),
                "",
                Row.times(got / bar) + " the bar",
                told[4]);
    }
}
