package io.weekbench.host.json;

import io.weekbench.api.Problem;
import io.weekbench.api.Snapshot;
import io.weekbench.api.Text;
import io.weekbench.api.Workbench;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The moment a reader wants to stand at: now, a revision, a time, or the end of a day in UTC. */
public final class AsOf {
    private static final Pattern REVISION = Pattern.compile("\\d{1,18}");

    private final String text;
    private final Function<Workbench, Snapshot> look;

    private AsOf(String text, Function<Workbench, Snapshot> look) {
        this.text = text;
        this.look = look;
    }

    /** Empty for what is none of these; blank is now. */
    public static Optional<AsOf> parse(String written) {
        String text = written.strip();
        if (text.isEmpty()) {
            return Optional.of(new AsOf("", Workbench::snapshot));
        } else if (REVISION.matcher(text).matches()) {
            long revision = Long.parseLong(text);
            return Optional.of(new AsOf(text, workbench -> workbench.at(revision)));
        }
        return time(text).map(time -> new AsOf(text, workbench -> workbench.asOf(time)));
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(
                    text.length() == 10
                            ? LocalDate.parse(text)
                                    .plusDays(1)
                                    .atStartOfDay(ZoneOffset.UTC)
                                    .toInstant()
                                    .minusMillis(1)
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public static Problem unreadable(String at, String written) {
        return new Problem(
                "bad-as-of",
                at,
                new Text(
                        "Not a moment: " + Faults.quote(written) + ".",
                        "不是时间点：" + Faults.quote(written) + "。"),
                new Text(
                        "Give a revision (42), a day (2026-08-17) or a time"
                                + " (2026-08-17T09:42:00Z).",
                        "请给出修订号（42）、日期（2026-08-17）或时间（2026-08-17T09:42:00Z）。"));
    }

    /**
     * @throws io.weekbench.api.WeekbenchException {@code NOT_FOUND} where there is no such revision
     *     yet
     */
    public Snapshot look(Workbench workbench) {
        return look.apply(workbench);
    }

    /** The day that is today there: of now by the clock, of the past as it was asked for. */
    public LocalDate day(Workbench workbench) {
        if (isNow()) {
            return LocalDate.now(workbench.clock());
        }
        return time(text)
                .orElseGet(() -> look(workbench).time())
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
    }

    public boolean isNow() {
        return text.isEmpty();
    }

    /** As it was asked for; empty for now. */
    @Override
    public String toString() {
        return text;
    }
}
