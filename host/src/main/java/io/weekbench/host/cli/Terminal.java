package io.weekbench.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import io.weekbench.host.json.Json;
import io.weekbench.host.json.OutcomeWriter;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Consumer;

/** Says things to the person at the command line, or as JSON to their program. */
final class Terminal {
    static final int DONE = 0;
    static final int REFUSED = 1;

    private final PrintStream out;
    private final PrintStream err;
    private final Language language;
    private final boolean json;

    Terminal(World world, Language language, boolean json) {
        this.out = world.out();
        this.err = world.err();
        this.language = language;
        this.json = json;
    }

    Language language() {
        return language;
    }

    PrintStream out() {
        return out;
    }

    void say(String line) {
        out.println(line);
    }

    void say(Text text, Object... numbers) {
        String said = language.of(text);
        out.println(numbers.length == 0 ? said : said.formatted(numbers));
    }

    /** On the side, so that it does not stand in the middle of what was asked for. */
    void note(Text text) {
        err.println(language.of(text));
    }

    /**
     * Prints an answer of the host.
     *
     * @param human prints it for a person, where it is no refusal
     * @return the exit code it comes to
     */
    int answer(JsonNode answer, Consumer<JsonNode> human) {
        if (isRefusal(answer)) {
            refuse(answer);
            return REFUSED;
        }
        if (json) {
            out.println(Json.text(answer));
        } else {
            human.accept(answer);
        }
        return DONE;
    }

    private static boolean isRefusal(JsonNode answer) {
        return answer.has("refused")
                || answer.path("asked").isArray()
                || answer.path("problems").size() > 0;
    }

    int refuse(Problem problem) {
        return refuse(List.of(problem));
    }

    int refuse(List<Problem> problems) {
        refuse(OutcomeWriter.refused(problems));
        return REFUSED;
    }

    private void refuse(JsonNode answer) {
        if (json) {
            err.println(Json.text(answer));
            return;
        }
        answer.path("refused")
                .forEach(problem -> refuse(problem.path("at").asText(), problem, "message"));
        if (answer.path("asked").isArray()) {
            answer.get("asked").forEach(this::ask);
        }
        answer.path("problems").forEach(problem -> refuse(place(problem), problem, "message"));
    }

    private void refuse(String at, JsonNode problem, String what) {
        String where = at.isEmpty() ? "" : Printable.line(at) + ": ";
        err.println(where + Printable.line(in(problem, what)));
        String hint = in(problem, "hint");
        if (!hint.isEmpty()) {
            err.println("  " + Printable.line(hint));
        }
        if (problem.hasNonNull("current")) {
            err.println(
                    "  "
                            + language.of(new Text("Now: ", "现值："))
                            + Json.text(problem.get("current")));
        }
    }

    private void ask(JsonNode question) {
        refuse(question.path("at").asText(), question, "question");
        question.path("choices")
                .forEach(
                        choice ->
                                err.println(
                                        "  "
                                                + choice.path("id").asText()
                                                + "  "
                                                + in(choice, "label")));
        err.println(
                "  "
                        + language.of(
                                        new Text(
                                                "Answer it with \"answers\": {\"%s\": …} in the same request.",
                                                "请在同一请求中加上 \"answers\": {\"%s\": …} 作答。"))
                                .formatted(question.path("code").asText()));
    }

    private String place(JsonNode problem) {
        long row = problem.path("row").asLong();
        String column = problem.path("column").asText();
        String line = row == 0 ? "" : language.of(new Text("line " + row, "第 " + row + " 行"));
        return line + (line.isEmpty() || column.isEmpty() ? "" : ", ") + column;
    }

    private String in(JsonNode node, String text) {
        return node.path(text).path(language.key()).asText();
    }
}
