package io.weekbench.plugins.communitynews;

import io.weekbench.api.Fetched;
import io.weekbench.api.Item;
import io.weekbench.api.Page;
import io.weekbench.api.Polled;
import io.weekbench.api.Polling;
import io.weekbench.api.Problem;
import io.weekbench.api.Query;
import io.weekbench.api.Source;
import io.weekbench.api.Text;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Polls the address of every source that is not paused, each as often as it lets itself be. */
final class Feeds implements Source {
    private static final int PAGE = 1_000;

    @Override
    public String name() {
        return "feeds";
    }

    @Override
    public Text label() {
        return new Text("Feeds", "订阅源");
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(30);
    }

    @Override
    public Polled poll(Polling polling) {
        int asked = 0;
        List<Problem> problems = new ArrayList<>();
        for (Item source : followed(polling)) {
            Visit visit = Visit.of(source, polling.workbench());
            if (polling.byHand() || visit.isDue()) {
                asked++;
                problems.addAll(visit(source, visit, polling));
            }
        }
        return new Polled(asked, asked - problems.size(), problems);
    }

    private static List<Item> followed(Polling polling) {
        List<Item> sources = new ArrayList<>();
        Page page;
        do {
            page =
                    polling.workbench()
                            .snapshot()
                            .query(
                                    new Query(
                                            CommunityNews.SOURCE,
                                            "!has_value(paused) || !paused",
                                            List.of(),
                                            sources.size(),
                                            PAGE));
            sources.addAll(page.items());
        } while (page.items().size() == PAGE);
        return sources;
    }

    /** One problem, or none. */
    private static List<Problem> visit(Item source, Visit visit, Polling polling) {
        String address = source.text("address").orElseThrow();
        URI uri;
        try {
            uri = URI.create(address.strip());
        } catch (IllegalArgumentException e) {
            return visit.failed(Troubles.noAddress(address), null);
        }
        Fetched fetched = polling.fetcher().get(uri, visit.validators());
        if (fetched instanceof Fetched.Content content) {
            return visit.answered(content);
        } else if (fetched instanceof Fetched.Failed failed) {
            return visit.failed(failed.problem(), failed.notBefore());
        } else if (fetched instanceof Fetched.Gone) {
            return visit.gone(Troubles.gone(address));
        }
        return visit.unchanged();
    }
}
