package io.weekbench.host.fetch;

import io.weekbench.api.Fetched;
import io.weekbench.api.Fetched.Validators;
import io.weekbench.api.Fetcher;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Asks other people's servers as one would like one's own to be asked. One address is one walk over
 * its redirects; each step is checked ({@link Reachable}), waits for its turn ({@link Turns}), has
 * one deadline for all of the answer, and is taken up to a limit before and after decompression.
 *
 * <p>Any thread may call; those who want the same server stand in line.
 */
public final class PoliteFetcher implements Confinable {
    private final Manners manners;
    private final Clock clock;
    private final Turns turns;
    private final Reachable reachable;
    private @Nullable HttpClient http;

    public PoliteFetcher(Manners manners, Clock clock, Pause pause) {
        this.manners = manners;
        this.clock = clock;
        this.turns = new Turns(clock, pause, manners);
        this.reachable = new Reachable(manners.privateHosts());
    }

    /** Made for the first who asks: it reads all certificates there are, and a start need not. */
    private synchronized HttpClient http() {
        HttpClient made = http;
        if (made == null) {
            made =
                    HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .connectTimeout(manners.connectWithin())
                            .build();
            http = made;
        }
        return made;
    }

    @Override
    public Fetched get(URI address, Validators known) {
        return walk(address, known, any -> true);
    }

    @Override
    public Fetcher confinedTo(Predicate<String> hosts) {
        return (address, known) -> walk(address, known, hosts);
    }

    private Fetched walk(URI address, Validators known, Predicate<String> hosts) {
        URI at = address;
        boolean forGood = true;
        for (int step = 0; step <= manners.redirects(); step++) {
            if (isFetchable(at) && !hosts.test(server(at))) {
                return Faults.outside(address, at);
            }
            Step taken = step(at, known);
            if (taken instanceof Step.Answer answer) {
                return answer.fetched(forGood && step > 0);
            }
            Step.On on = (Step.On) taken;
            forGood &= on.forGood();
            at = on.to();
        }
        return Faults.redirects(address, manners.redirects());
    }

    /** One request of the walk: it ends here, or leads on. */
    private sealed interface Step {
        record On(URI to, boolean forGood) implements Step {}

        record Answer(Fetched fetched) implements Step {
            Fetched fetched(boolean moved) {
                return fetched instanceof Fetched.Content content
                        ? new Fetched.Content(
                                content.address(),
                                moved,
                                content.headers(),
                                content.body(),
                                content.validators())
                        : fetched;
            }
        }
    }

    /** The fence towards the network: whatever happens becomes a value here. */
    private Step step(URI at, Validators known) {
        if (!isFetchable(at)) {
            return new Step.Answer(Faults.form(at));
        }
        try {
            return turns.take(server(at), () -> asked(at, known));
        } catch (Turns.LaterException e) {
            return new Step.Answer(Faults.later(at, e.next()));
        } catch (InterruptedException | InterruptedIOException e) {
            Thread.currentThread().interrupt();
            return new Step.Answer(Faults.broken(at, e));
        } catch (Exception e) {
            return new Step.Answer(fault(at, e));
        }
    }

    private Fetched fault(URI at, Exception e) {
        if (e instanceof TimeoutException || e instanceof HttpTimeoutException) {
            return Faults.slow(at, manners.answerWithin());
        } else if (e instanceof UnknownHostException) {
            return Faults.unknownHost(at);
        } else if (e instanceof TooLargeException) {
            return Faults.tooLarge(at, manners.bodyBytes());
        } else if (e instanceof ZipException || e instanceof EOFException) {
            return Faults.coding(at, e);
        } else if (e instanceof SSLException) {
            return Faults.insecure(at, e);
        }
        return Faults.broken(at, e);
    }

    private static boolean isFetchable(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        return (scheme.equals("http") || scheme.equals("https"))
                && address.getHost() != null
                && address.getRawUserInfo() == null
                && address.getPort() <= 65_535;
    }

    /** Whose turn it is: a server is a name, whatever port and scheme. */
    private static String server(URI address) {
        return address.getHost().toLowerCase(Locale.ROOT);
    }

    private Step asked(URI at, Validators known) throws Exception {
        if (!reachable.allows(at.getHost())) {
            return new Step.Answer(Faults.inside(at));
        }
        HttpResponse<byte[]> response = send(request(at, known));
        if (!reachable.allows(at.getHost())) {
            return new Step.Answer(Faults.inside(at));
        }
        int status = response.statusCode();
        return switch (status) {
            case 301, 302, 303, 307, 308 -> onwards(at, response);
            case 304 -> new Step.Answer(new Fetched.Unchanged());
            case 410 -> new Step.Answer(new Fetched.Gone());
            default ->
                    new Step.Answer(
                            status / 100 == 2 ? content(at, response) : refused(at, response));
        };
    }

    private HttpRequest request(URI at, Validators known) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(at)
                        .timeout(manners.answerWithin())
                        .header("User-Agent", manners.userAgent())
                        .header("Accept-Encoding", ContentCoding.ACCEPTED)
                        .header(
                                "Accept",
                                "application/feed+json, application/xml;q=0.9, */*;q=0.8");
        if (!known.etag().isEmpty()) {
            request.header("If-None-Match", known.etag());
        }
        if (!known.lastModified().isEmpty()) {
            request.header("If-Modified-Since", known.lastModified());
        }
        return request.GET().build();
    }

    /** The client's own timeout ends with the headers; this one ends with the last byte. */
    private HttpResponse<byte[]> send(HttpRequest request) throws Exception {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http().sendAsync(request, head -> new CappedBody(manners.wireBytes()));
        try {
            return answer.get(manners.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            answer.cancel(true); // hangs up where the answer is not whole
        }
    }

    private static Step onwards(URI at, HttpResponse<?> response) {
        String location = header(response, "location");
        try {
            boolean forGood = response.statusCode() == 301 || response.statusCode() == 308;
            return new Step.On(at.resolve(URI.create(location.strip())), forGood);
        } catch (IllegalArgumentException e) {
            return new Step.Answer(Faults.nowhere(at, location));
        }
    }

    private Fetched content(URI at, HttpResponse<byte[]> response) throws IOException {
        String coding = header(response, "content-encoding");
        byte[] body = ContentCoding.decode(coding, response.body(), manners.bodyBytes());
        Validators validators =
                new Validators(header(response, "etag"), header(response, "last-modified"));
        return new Fetched.Content(at, false, headers(response), ByteBuffer.wrap(body), validators);
    }

    private Fetched refused(URI at, HttpResponse<?> response) {
        Instant until =
                RetryAfter.parse(header(response, "retry-after"), clock.instant()).orElse(null);
        if (until != null) {
            turns.rest(server(at), until);
        }
        return Faults.status(at, response.statusCode(), until);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static Map<String, String> headers(HttpResponse<?> response) {
        var headers = new LinkedHashMap<String, String>();
        response.headers()
                .map()
                .forEach(
                        (name, values) ->
                                headers.put(
                                        name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        return headers;
    }
}
