package io.weekbench.host.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import io.weekbench.host.home.Home;
import io.weekbench.host.home.Trial;
import io.weekbench.host.json.Json;
import io.weekbench.host.plugin.Answer;
import io.weekbench.host.plugin.Draft;
import io.weekbench.host.tracker.Introduction;
import io.weekbench.host.tracker.SpecDifference;
import io.weekbench.host.tracker.TrackerSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes a plugin over from its folder into a home, again and again, and says on the terminal what
 * came of it. While it is broken, the last version that was good goes on.
 */
final class Reloading {
    private final Home home;
    private final Draft draft;
    private final Terminal terminal;
    private byte[] seen = {};
    private byte @Nullable [] good;

    Reloading(Home home, Draft draft, Terminal terminal) {
        this.home = home;
        this.draft = draft;
        this.terminal = terminal;
    }

    boolean runs() {
        return good != null;
    }

    /** Where what would be packed is other than it was. */
    void look() {
        try {
            byte[] zip = draft.pack();
            if (!Arrays.equals(zip, seen)) {
                seen = zip;
                takeOver(zip);
            }
        } catch (IOException e) { // in the middle of being written; the next save tells again
            terminal.refuse(
                    Refusal.of(
                            "file",
                            "Reading failed: " + e.getMessage(),
                            "读取失败：" + e.getMessage(),
                            "Save it once more.",
                            "请再保存一次。"));
        }
    }

    private void takeOver(byte[] zip) throws IOException {
        Optional<TrackerSpec> before = spec();
        List<Problem> problems = new ArrayList<>(Trial.provide(home, draft));
        problems.addAll(draft.problems(home.workbench().catalog()));
        if (problems.isEmpty()) {
            Answer answer = home.plugins().reload(zip);
            if (answer instanceof Answer.Refused refused) {
                problems.addAll(refused.problems());
                if (good != null) {
                    home.plugins().reload(good);
                }
            }
        }
        if (problems.isEmpty()) {
            good = zip;
            tell(SpecDifference.between(before.orElse(null), spec().orElseThrow()));
        } else {
            refuse(problems);
        }
    }

    private void refuse(List<Problem> problems) {
        terminal.refuse(problems);
        if (good != null) {
            terminal.note(new Text("The version before goes on until then.", "在此之前，继续使用上一个版本。"));
        }
    }

    private Optional<TrackerSpec> spec() throws IOException {
        return draft.introduction()
                .map(Introduction::id)
                .flatMap(id -> home.workbench().catalog().tracker(id));
    }

    private void tell(List<Text> changes) {
        ObjectNode answer = Json.object();
        ArrayNode changed = answer.putArray("changed");
        changes.forEach(change -> changed.add(Json.both(change)));
        terminal.answer(
                answer,
                node -> {
                    terminal.say(new Text("Taken over.", "已生效。"));
                    changes.forEach(change -> terminal.say("  " + terminal.language().of(change)));
                });
    }
}
