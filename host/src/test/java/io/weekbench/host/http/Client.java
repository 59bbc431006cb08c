package io.weekbench.host.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.host.json.Json;
import io.weekbench.host.json.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What a browser or a program sends to a server under test. */
final class Client {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final String token;

    /**
     * @param address with its token
     */
    Client(URI address) {
        this.address = address;
        this.token = address.getQuery().replace("token=", "");
    }

    /** Somebody without a token, or with a cookie, who says everything themselves. */
    static Client stranger(URI address) {
        return new Client(address.resolve("/?token="));
    }

    /** One answer; its JSON where it has one. */
    record Answer(int status, String body, HttpResponse<String> whole) {
        JsonNode json() {
            return Objects.requireNonNull(Json.read(body, new Problems()), body);
        }

        /** Of a refusal: the first code. */
        String code() {
            return status + " " + json().at("/refused/0/code").asText();
        }

        String header(String name) {
            return whole.headers().firstValue(name).orElse("");
        }
    }

    Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    Answer post(String path, String json, String... headers) {
        return post(path, json.getBytes(StandardCharsets.UTF_8), "application/json", headers);
    }

    Answer post(String path, byte[] body, String type, String... headers) {
        HttpRequest.Builder request = request(path, headers);
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        return send(request.POST(BodyPublishers.ofByteArray(body)));
    }

    Answer method(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody()));
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(
                            request.build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
