package io.weekbench.host.cli;

import io.weekbench.api.Text;
import io.weekbench.host.transfer.Progress;
import java.io.PrintStream;
import java.util.Locale;

/** One line on the side that says how far something is, from its first second on. */
final class ProgressLine implements Progress, AutoCloseable {
    private static final long NANOS_QUIET = 1_000_000_000;
    private static final long NANOS_BETWEEN = 100_000_000;
    private static final int WIDTH = 50;

    private final PrintStream err;
    private final Language language;
    private final boolean shown;
    private long next = System.nanoTime() + NANOS_QUIET;
    private boolean begun;

    ProgressLine(PrintStream err, Language language, boolean shown) {
        this.err = err;
        this.language = language;
        this.shown = shown;
    }

    @Override
    public void at(Phase phase, long done, long total) {
        long now = System.nanoTime();
        if (shown && now - next >= 0) {
            next = now + NANOS_BETWEEN;
            begun = true;
            String numbers =
                    total > 0
                            ? String.format(Locale.ROOT, "%,d / %,d", done, total)
                            : String.format(Locale.ROOT, "%,d", done);
            String line = language.of(word(phase)) + " " + numbers;
            err.print("\r" + line + " ".repeat(Math.max(0, WIDTH - line.length())));
            err.flush();
        }
    }

    private static Text word(Phase phase) {
        return switch (phase) {
            case READING -> new Text("Reading", "读取");
            case CHECKING -> new Text("Checking", "检查");
            case WRITING -> new Text("Writing", "写入");
        };
    }

    /** Leaves the line as if nothing had been there. */
    @Override
    public void close() {
        if (begun) {
            err.print("\r" + " ".repeat(WIDTH) + "\r");
            err.flush();
        }
    }
}
