package io.weekbench.host.plugin;

import io.weekbench.api.Inquiry;
import io.weekbench.api.Report;
import io.weekbench.api.Sheet;
import io.weekbench.api.Text;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A plugin's report behind its fence: it reads what the plugin may read, within a time. */
final class FencedReport implements Report {
    private final Report code;
    private final Permit permit;
    private final Duration limit;
    private final String id;
    private final Text label;
    private final Text description;
    private final List<Input> inputs;

    FencedReport(Report code, Permit permit, Duration limit) {
        this.code = code;
        this.permit = permit;
        this.limit = limit;
        this.id = code.id();
        this.label = code.label();
        this.description = code.description();
        this.inputs = List.copyOf(code.inputs());
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Text label() {
        return label;
    }

    @Override
    public Text description() {
        return description;
    }

    @Override
    public List<Input> inputs() {
        return inputs;
    }

    /**
     * @throws io.weekbench.api.WeekbenchException {@code PLUGIN_FAILED} where it fails or hangs
     */
    @Override
    public Sheet make(Inquiry inquiry) {
        Map<String, Object> permitted = new LinkedHashMap<>();
        inquiry.inputs()
                .forEach(
                        (input, value) ->
                                permitted.put(
                                        input,
                                        value instanceof Inquiry.Moment moment
                                                ? permitted(moment)
                                                : value));
        Inquiry asked = new Inquiry(permitted(inquiry.moment()), permitted);
        String doing = "report " + id;
        try {
            return permit.guard().call(doing, limit, () -> code.make(asked));
        } catch (TooLongException e) {
            throw permit.guard().gaveUp(doing, e);
        }
    }

    private Inquiry.Moment permitted(Inquiry.Moment moment) {
        return new Inquiry.Moment(moment.day(), new PermittedSnapshot(moment.snapshot(), permit));
    }
}
