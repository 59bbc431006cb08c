package io.weekbench.host.fetch;

import io.weekbench.api.Fetcher;
import java.util.function.Predicate;

/** A fetcher whose every step, redirects among them, can be held to certain hosts. */
public interface Confinable extends Fetcher {

    /**
     * @param hosts whether this host may be asked; by its name
     */
    Fetcher confinedTo(Predicate<String> hosts);
}
