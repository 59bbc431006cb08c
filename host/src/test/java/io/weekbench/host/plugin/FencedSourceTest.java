package io.weekbench.host.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weekbench.api.Fetched;
import io.weekbench.api.Fetcher;
import io.weekbench.api.Polled;
import io.weekbench.api.Polling;
import io.weekbench.api.Source;
import io.weekbench.api.Text;
import io.weekbench.host.fetch.Confinable;
import io.weekbench.host.tracker.Capabilities;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source asks only the hosts its tracker declares. */
class FencedSourceTest {
    @TempDir Path folder;

    /** Which of these addresses the host's own fetcher was asked for. */
    private List<String> asked(List<String> fetches, String... addresses) {
        List<String> asked = new ArrayList<>();
        Fetcher fetcher =
                (address, known) -> {
                    asked.add(address.toString());
                    return new Fetched.Unchanged();
                };
        poll(fetcher, fetches, addresses);
        return asked;
    }

    private void poll(Fetcher fetcher, List<String> fetches, String... addresses) {
        Source source =
                new Source() {
                    @Override
                    public String name() {
                        return "feeds";
                    }

                    @Override
                    public Text label() {
                        return new Text("Feeds", "订阅");
                    }

                    @Override
                    public Duration every() {
                        return Duration.ofHours(1);
                    }

                    @Override
                    public Polled poll(Polling polling) {
                        for (String address : addresses) {
                            polling.fetcher().get(URI.create(address), Fetched.Validators.NONE);
                        }
                        return new Polled(0, 0, List.of());
                    }
                };
        try (Bench bench = new Bench(folder)) {
            Permit permit =
                    new Permit(new Guard("news"), new Capabilities(List.of(), List.of(), fetches));
            new FencedSource(source, permit).poll(new Polling(bench.workbench(), fetcher, false));
        }
    }

    @Test
    void asksOnlyWhatIsDeclared() {
        assertEquals(
                List.of("https://www.postgresql.org/news.rss"),
                asked(
                        List.of("*.postgresql.org"),
                        "https://www.postgresql.org/news.rss",
                        "https://postgresql.org/",
                        "https://evilpostgresql.org/",
                        "https://postgresql.org.example.com/",
                        "mailto:someone@postgresql.org"));
    }

    @Test
    void asksOneHostByItsName() {
        assertEquals(
                List.of("https://endoflife.date/api"),
                asked(
                        List.of("endoflife.date"),
                        "https://endoflife.date/api",
                        "https://www.endoflife.date/"));
    }

    @Test
    void asksAnyWhereThatIsDeclared() {
        assertEquals(
                List.of("https://a.example/", "http://b.example/"),
                asked(List.of("*"), "https://a.example/", "http://b.example/"));
    }

    @Test
    void confinesTheWayOfARedirectToWhatIsDeclared() {
        List<String> mayAsk = new ArrayList<>();
        Confinable polite =
                new Confinable() {
                    @Override
                    public Fetcher confinedTo(Predicate<String> hosts) {
                        Stream.of("a.example", "b.example").filter(hosts).forEach(mayAsk::add);
                        return this;
                    }

                    @Override
                    public Fetched get(URI address, Fetched.Validators known) {
                        return new Fetched.Unchanged();
                    }
                };
        poll(polite, List.of("a.example"), "https://a.example/");
        assertEquals(List.of("a.example"), mayAsk);
    }
}
