package io.weekbench.host.http;

import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import io.weekbench.host.json.Json;
import io.weekbench.host.json.OutcomeWriter;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers what is no request that could be handed to anybody: a bad host, head or address. */
final class Malformed extends ErrorHandler {
    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        String said = status + (message == null ? "" : " " + message);
        Problem problem =
                new Problem(
                        "malformed",
                        "",
                        new Text(
                                "This is no request that can be read: " + said + ".",
                                "无法读取此请求：" + said + "。"),
                        new Text(
                                "Nothing was changed. Correct the address or the headers.",
                                "没有任何修改。请改正地址或请求头。"));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
        byte[] body = Json.bytes(OutcomeWriter.refused(List.of(problem)));
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
