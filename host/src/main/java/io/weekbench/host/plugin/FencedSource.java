package io.weekbench.host.plugin;

import io.weekbench.api.Fetched;
import io.weekbench.api.Fetcher;
import io.weekbench.api.Polled;
import io.weekbench.api.Polling;
import io.weekbench.api.Problem;
import io.weekbench.api.Source;
import io.weekbench.api.Text;
import io.weekbench.host.fetch.Confinable;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/** A plugin's source behind its fence, asked for its name once; its deadline is the poller's. */
final class FencedSource implements Source {
    private final Source code;
    private final Permit permit;
    private final String name;
    private final Text label;

    FencedSource(Source code, Permit permit) {
        this.code = code;
        this.permit = permit;
        this.name = code.name();
        this.label = code.label();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Text label() {
        return label;
    }

    @Override
    public Duration every() {
        return permit.guard().call("source " + name, code::every);
    }

    @Override
    public Polled poll(Polling polling) {
        Polling permitted =
                new Polling(
                        new PermittedWorkbench(polling.workbench(), permit),
                        new PermittedFetcher(polling.fetcher(), permit),
                        polling.byHand());
        return permit.guard().call("source " + name, () -> code.poll(permitted));
    }

    /** Asks only the hosts that were declared, at every step of a redirect. */
    private record PermittedFetcher(Fetcher whole, Permit permit) implements Fetcher {
        @Override
        public Fetched get(URI address, Fetched.Validators known) {
            permit.guard().expectOpen();
            String host = Objects.requireNonNullElse(address.getHost(), "");
            return permit.mayFetch(host)
                    ? confined().get(address, known)
                    : new Fetched.Failed(refused(address, host), null);
        }

        private Fetcher confined() {
            return whole instanceof Confinable polite ? polite.confinedTo(permit::mayFetch) : whole;
        }

        private Problem refused(URI address, String host) {
            String plugin = permit.guard().plugin();
            return new Problem(
                    "not-permitted",
                    address.toString(),
                    new Text(plugin + " may not ask " + host + ".", plugin + " 无权访问 " + host + "。"),
                    new Text(
                            "Its tracker.json would have to name that host in capabilities.fetches.",
                            "其 tracker.json 须在 capabilities.fetches 中列出该主机。"));
        }
    }
}
