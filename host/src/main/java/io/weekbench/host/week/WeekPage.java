package io.weekbench.host.week;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.Briefing;
import io.weekbench.api.Problem;
import io.weekbench.api.Section;
import io.weekbench.api.Text;
import io.weekbench.api.Week;
import io.weekbench.api.WeekbenchException;
import io.weekbench.api.Workbench;
import io.weekbench.host.json.Failures;
import io.weekbench.host.json.Json;
import io.weekbench.host.json.OutcomeWriter;
import io.weekbench.host.tracker.TrackerSpec;
import io.weekbench.host.workbench.Caller;
import io.weekbench.host.workbench.LiveWorkbench;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Prepares the page of one ISO week: for each tracker what its sections say, and before that, from
 * the host, which items came, changed and went.
 */
public final class WeekPage {
    private final LiveWorkbench live;
    private final Workbench workbench;
    private final Week week;

    private WeekPage(LiveWorkbench live, @Nullable LocalDate day) {
        this.live = live;
        this.workbench = live.as(Caller.HOST);
        this.week = week(workbench, day);
    }

    /**
     * @param day any of the week; null for today
     */
    public static ObjectNode prepare(LiveWorkbench live, @Nullable LocalDate day) {
        return new WeekPage(live, day).write();
    }

    private static Week week(Workbench workbench, @Nullable LocalDate day) {
        LocalDate today = LocalDate.now(workbench.clock());
        LocalDate first =
                (day == null ? today : day)
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate last = first.plusDays(6);
        ZoneId zone = workbench.clock().getZone();
        Instant end = beforeMidnight(last.plusDays(1), zone);
        return new Week(
                first,
                last,
                today.isAfter(last) ? last : today,
                workbench.asOf(beforeMidnight(first, zone)),
                end.isBefore(workbench.clock().instant())
                        ? workbench.asOf(end)
                        : workbench.snapshot());
    }

    /** The last moment before this day. */
    private static Instant beforeMidnight(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant().minusMillis(1);
    }

    private ObjectNode write() {
        String name =
                String.format(
                        Locale.ROOT,
                        "%d-W%02d",
                        week.first().get(IsoFields.WEEK_BASED_YEAR),
                        week.first().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        ObjectNode page =
                Json.object()
                        .put("week", name)
                        .put("first", week.first().toString())
                        .put("last", week.last().toString())
                        .put("before", week.before().revision())
                        .put("after", week.after().revision());
        Touched touched = Touched.between(workbench, week);
        ArrayNode trackers = page.putArray("trackers");
        for (TrackerSpec tracker : live.catalog().trackers()) {
            trackers.add(tracker(tracker, touched));
        }
        return page;
    }

    private ObjectNode tracker(TrackerSpec tracker, Touched touched) {
        ObjectNode node = Json.object().put("id", tracker.id());
        node.set("label", Json.both(tracker.label()));
        ArrayNode sections = node.putArray("sections");
        for (Section section : live.pages().sections().getOrDefault(tracker.id(), List.of())) {
            add(section, sections);
        }
        add(new ChangedSection(tracker, touched, live.catalog()), sections);
        return node;
    }

    /** A section that fails says so in its place; the others are not its concern. */
    private void add(Section section, ArrayNode sections) {
        try {
            Briefing said = section.say(week);
            if (!said.equals(Briefing.NONE)) {
                sections.add(briefing(section, said));
            }
        } catch (WeekbenchException e) {
            List<Problem> problems = Failures.problems(e, String.valueOf(e.getMessage()));
            sections.add(
                    about(section)
                            .set("problem", OutcomeWriter.refused(problems).at("/refused/0")));
        }
    }

    private static ObjectNode about(Section section) {
        ObjectNode node = Json.object().put("id", section.id());
        node.set("label", Json.both(section.label()));
        return node;
    }

    private static ObjectNode briefing(Section section, Briefing said) {
        ObjectNode node = about(section);
        ArrayNode figures = node.putArray("figures");
        for (Briefing.Figure figure : said.figures()) {
            ObjectNode one = figures.addObject();
            one.set("label", Json.both(figure.label()));
            one.set("value", Json.both(figure.value()));
            Text before = figure.before();
            one.set("before", before == null ? null : Json.both(before));
        }
        lines(node.putArray("changes"), said.changes());
        lines(node.putArray("decisions"), said.decisions());
        return node;
    }

    private static void lines(ArrayNode node, List<Briefing.Line> lines) {
        for (Briefing.Line line : lines) {
            ObjectNode one = node.addObject();
            one.set("text", Json.both(line.text()));
            one.put("about", line.about() == null ? null : line.about().toString());
        }
    }
}
