package io.weekbench.host.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.weekbench.api.ErrorCode;
import io.weekbench.api.Text;
import io.weekbench.api.WeekbenchException;
import io.weekbench.host.json.Failures;
import io.weekbench.host.json.Json;
import io.weekbench.host.json.OutcomeWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The fence of the HTTP door: whatever a handler throws becomes an answer that says what happened,
 * what still works and what to do. What is nobody's mistake is logged here, once, with a reference
 * that the answer carries too.
 */
final class ErrorReplies {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorReplies.class);

    private ErrorReplies() {}

    static void install(JavalinConfig config) {
        config.routes.exception(WeekbenchException.class, ErrorReplies::promiseBroken);
        config.routes.exception(HttpResponseException.class, ErrorReplies::notServed);
        config.routes.exception(EofException.class, (gone, ctx) -> {});
        config.routes.exception(Exception.class, ErrorReplies::bug);
        config.router.javaLangErrorHandler(ErrorReplies::fatal);
    }

    private static void promiseBroken(WeekbenchException e, Context ctx) {
        String said = String.valueOf(e.getMessage());
        if (e.code().fault() != ErrorCode.Fault.CALLER) {
            String reference = logged(ctx.method() + " " + ctx.path(), e);
            said += " [" + reference + "]";
        }
        Reply.refuse(ctx, status(e.code()), Failures.problems(e, said));
    }

    private static int status(ErrorCode code) {
        return switch (code) {
            case BAD_QUERY -> 400;
            case NOT_ALLOWED -> 403;
            case NOT_FOUND -> 404;
            case IN_USE -> 409;
            case TOO_LARGE -> 413;
            case PLUGIN_FAILED, DAMAGED -> 500;
            case READ_ONLY, CLOSED -> 503;
        };
    }

    /** Javalin's own refusals: no such address, no such method. */
    private static void notServed(HttpResponseException e, Context ctx) {
        String asked = ctx.method() + " " + ctx.path();
        if (e.getStatus() == 404) {
            Reply.refuse(
                    ctx,
                    404,
                    "no-such-address",
                    new Text("There is nothing at " + asked + ".", asked + " 处没有内容。"),
                    new Text(
                            "All addresses are described at /api/openapi.json.",
                            "全部可用地址见 /api/openapi.json。"));
        } else if (e.getStatus() == 405) {
            String methods = e.getDetails().getOrDefault("availableMethods", "");
            ctx.header("Allow", methods);
            Reply.refuse(
                    ctx,
                    405,
                    "method-not-allowed",
                    new Text(asked + " is not served here.", "此处不支持 " + asked + "。"),
                    new Text("Use " + methods + ".", "请使用 " + methods + "。"));
        } else {
            Reply.refuse(
                    ctx,
                    e.getStatus(),
                    "not-served",
                    new Text(asked + ": " + e.getMessage(), asked + "：" + e.getMessage()),
                    new Text("Change the request.", "请修改请求。"));
        }
    }

    private static void bug(Exception e, Context ctx) {
        String reference = logged(ctx.method() + " " + ctx.path(), e);
        ctx.status(500);
        Reply.refuse(ctx, 500, "bug", Failures.bug(reference), Failures.AFTER_A_BUG);
    }

    /** Out of memory, a broken class: the answer is written by hand, as little as possible. */
    private static void fatal(HttpServletResponse response, Error error) {
        String reference = logged("a request", error);
        response.setStatus(500);
        response.setContentType("application/json; charset=utf-8");
        try {
            response.getOutputStream()
                    .write(Json.bytes(OutcomeWriter.refused(List.of(Failures.problem(reference)))));
        } catch (IOException gone) {
            LOG.debug("{}: nobody was left to tell", reference);
        }
    }

    private static String logged(String asked, Throwable thrown) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("{} failed [{}]", asked, reference, thrown);
        return reference;
    }
}
