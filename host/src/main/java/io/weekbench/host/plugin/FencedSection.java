package io.weekbench.host.plugin;

import io.weekbench.api.Briefing;
import io.weekbench.api.Section;
import io.weekbench.api.Text;
import io.weekbench.api.Week;
import java.time.Duration;

/** A plugin's section behind its fence: it reads what the plugin may read, within a time. */
final class FencedSection implements Section {
    private final Section code;
    private final Permit permit;
    private final Duration limit;
    private final String id;
    private final Text label;

    FencedSection(Section code, Permit permit, Duration limit) {
        this.code = code;
        this.permit = permit;
        this.limit = limit;
        this.id = code.id();
        this.label = code.label();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Text label() {
        return label;
    }

    /**
     * @throws io.weekbench.api.WeekbenchException {@code PLUGIN_FAILED} where it fails or hangs
     */
    @Override
    public Briefing say(Week week) {
        Week permitted =
                new Week(
                        week.first(),
                        week.last(),
                        week.today(),
                        new PermittedSnapshot(week.before(), permit),
                        new PermittedSnapshot(week.after(), permit));
        String doing = "section " + id;
        try {
            return permit.guard().call(doing, limit, () -> code.say(permitted));
        } catch (TooLongException e) {
            throw permit.guard().gaveUp(doing, e);
        }
    }
}
