package io.weekbench.host.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.ErrorCode;
import io.weekbench.api.Inquiry;
import io.weekbench.api.Problem;
import io.weekbench.api.Report;
import io.weekbench.api.Text;
import io.weekbench.api.WeekbenchException;
import io.weekbench.api.Workbench;
import io.weekbench.host.json.AsOf;
import io.weekbench.host.json.Json;
import io.weekbench.host.json.Problems;
import io.weekbench.host.tracker.Nearest;
import io.weekbench.host.workbench.LiveWorkbench;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Finds a report, tells it what was asked and writes down what it says. */
public final class Reports {
    private final LiveWorkbench live;
    private final Workbench workbench;

    /**
     * @param workbench as whoever asks reads it
     */
    public Reports(LiveWorkbench live, Workbench workbench) {
        this.live = live;
        this.workbench = workbench;
    }

    /**
     * What was asked.
     *
     * @param inputs {@code name=value} each
     */
    public record Asked(String tracker, String report, List<String> inputs, AsOf asOf) {
        public Asked {
            inputs = List.copyOf(inputs);
        }
    }

    /** Those there are, by tracker. */
    public ObjectNode list() {
        ObjectNode node = Json.object();
        ArrayNode reports = node.putArray("reports");
        live.pages()
                .reports()
                .forEach((tracker, all) -> all.forEach(one -> reports.add(about(tracker, one))));
        return node;
    }

    private static ObjectNode about(String tracker, Report report) {
        ObjectNode node = Json.object().put("tracker", tracker).put("id", report.id());
        node.set("label", Json.both(report.label()));
        node.set("description", Json.both(report.description()));
        ArrayNode inputs = node.putArray("inputs");
        for (Report.Input input : report.inputs()) {
            ObjectNode one = inputs.addObject().put("id", input.id());
            one.set("label", Json.both(input.label()));
            one.put("kind", input.kind().name().toLowerCase(Locale.ROOT));
            one.put("table", input.table().isEmpty() ? null : input.table());
            one.put("required", input.required());
        }
        return node;
    }

    /**
     * @throws WeekbenchException {@code NOT_FOUND} where there is no such report, {@code BAD_QUERY}
     *     with what is wrong with what it was told, {@code PLUGIN_FAILED} where it fails
     */
    public ObjectNode make(Asked asked) {
        Report report = named(asked);
        Problems problems = new Problems();
        Inquiry.Moment moment = InputReader.moment(asked.asOf(), workbench);
        InputReader reader = new InputReader(live.catalog(), workbench, moment, problems);
        Inquiry inquiry = new Inquiry(moment, reader.read(report.inputs(), asked.inputs()));
        if (!problems.isEmpty()) {
            throw new WeekbenchException(ErrorCode.BAD_QUERY, problems.list());
        }
        ObjectNode node =
                Json.object()
                        .put("tracker", asked.tracker())
                        .put("report", report.id())
                        .put("revision", moment.snapshot().revision())
                        .put("asOf", asked.asOf().isNow() ? null : asked.asOf().toString())
                        .put("day", moment.day().toString());
        node.set("label", Json.both(report.label()));
        SheetWriter.write(report.make(inquiry), node);
        return node;
    }

    private Report named(Asked asked) {
        List<Report> all = live.pages().reports().getOrDefault(asked.tracker(), List.of());
        return all.stream()
                .filter(one -> one.id().equals(asked.report()))
                .findFirst()
                .orElseThrow(() -> unknown(asked));
    }

    private WeekbenchException unknown(Asked asked) {
        Set<String> names = new TreeSet<>();
        live.pages()
                .reports()
                .forEach((tracker, all) -> all.forEach(one -> names.add(tracker + " " + one.id())));
        String name = asked.tracker() + " " + asked.report();
        String known = names.isEmpty() ? "—" : String.join(", ", names);
        Text hint =
                Nearest.of(name, names)
                        .map(near -> new Text("Did you mean " + near + "?", "是否想写 " + near + "？"))
                        .orElse(new Text("There are: " + known + ".", "可用：" + known + "。"));
        return new WeekbenchException(
                ErrorCode.NOT_FOUND,
                List.of(
                        new Problem(
                                "no-such-report",
                                "",
                                new Text("There is no report " + name + ".", "没有报告 " + name + "。"),
                                hint)));
    }
}
