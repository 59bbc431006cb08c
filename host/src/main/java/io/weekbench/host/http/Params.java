package io.weekbench.host.http;

import io.javalin.http.Context;
import io.weekbench.api.Origin;
import io.weekbench.api.Text;
import io.weekbench.host.json.AsOf;
import io.weekbench.host.json.Problems;
import io.weekbench.host.json.Utf8;
import io.weekbench.host.tracker.Nearest;
import io.weekbench.host.workbench.Caller;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What stands behind the question mark, and who asks; what is wrong with it is collected. */
final class Params {
    private static final int LONGEST_NAME = 200;

    private final Context ctx;
    private final Set<String> known;
    private final Problems problems = new Problems();

    private Params(Context ctx) {
        this.ctx = ctx;
        this.known = Route.known(ctx);
    }

    /** Of a request whose route knows its parameters and no other. */
    static Params of(Context ctx) {
        Params params = new Params(ctx);
        Set<String> names = params.known;
        ctx.queryParamMap().keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> params.unknown(name, names));
        return params;
    }

    private void unknown(String name, Set<String> known) {
        Optional<String> nearest = Nearest.of(name, known);
        String all = String.join(", ", known.stream().sorted().toList());
        problems.add(
                "unknown-parameter",
                name,
                new Text("There is no parameter " + name + " here.", "此处没有参数 " + name + "。"),
                nearest.map(near -> new Text("Did you mean " + near + "?", "是否想写 " + near + "？"))
                        .orElse(new Text("There are: " + all + ".", "可用：" + all + "。")));
    }

    Problems problems() {
        return problems;
    }

    /** Answers with the problems there are, if there are any. */
    boolean refused() {
        if (problems.isEmpty()) {
            return false;
        }
        Reply.refuse(ctx, 400, problems.list());
        return true;
    }

    /** What was written, or nothing; a handler may only ask for what its route declares. */
    String text(String name) {
        if (!known.contains(name)) {
            throw new IllegalStateException(ctx.path() + " does not declare " + name);
        }
        return Objects.requireNonNullElse(ctx.queryParam(name), "");
    }

    boolean flag(String name) {
        String text = text(name);
        if (!Set.of("", "true", "false").contains(text)) {
            bad(name, text, "true or false", "true 或 false");
        }
        return text.equals("true");
    }

    long number(String name, long otherwise, long least, long most) {
        String text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, as for a number out of range
        }
        String range = least + "–" + most;
        bad(name, text, "a whole number, " + range, range + " 的整数");
        return otherwise;
    }

    AsOf asOf() {
        return asOf("asOf");
    }

    AsOf asOf(String name) {
        String text = text(name);
        Optional<AsOf> asOf = AsOf.parse(text);
        if (asOf.isEmpty()) {
            problems.add(AsOf.unreadable(name, text));
        }
        return asOf.or(() -> AsOf.parse("")).orElseThrow();
    }

    /** Who asks: the header, in UTF-8 and URL-encoded, or the user this host runs as. */
    Caller caller(Origin origin) {
        String header = ctx.header("Weekbench-Actor");
        if (header == null || header.isBlank()) {
            return new Caller(System.getProperty("user.name", "unknown"), origin);
        }
        String actor = decoded(header);
        boolean plain = actor.codePoints().noneMatch(Character::isISOControl);
        if (actor.isBlank() || actor.length() > LONGEST_NAME || !plain) {
            bad("Weekbench-Actor", header, "a name, URL-encoded", "经 URL 编码的姓名");
        }
        return new Caller(actor.strip(), origin);
    }

    private static String decoded(String header) {
        try {
            String actor = URLDecoder.decode(header, StandardCharsets.UTF_8);
            return actor.indexOf('\uFFFD') >= 0 || Utf8.hasLoneSurrogate(actor) ? "" : actor;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    void bad(String name, String text, String en, String zh) {
        problems.add(
                "bad-parameter",
                name,
                new Text(
                        name + " is \"" + text + "\"; expected " + en + ".",
                        name + " 为 \"" + text + "\"，应为" + zh + "。"),
                new Text("Give " + en + ", or leave it out.", "请填写" + zh + "，或省略。"));
    }
}
