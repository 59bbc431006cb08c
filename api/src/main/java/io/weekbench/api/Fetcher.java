package io.weekbench.api;

import java.net.URI;

/**
 * Gets what stands at an address, politely; made by the host, received by sources.
 *
 * <p>One request at a time to one server and not too soon after the last; compressed; redirects
 * followed, a few; what is too slow, too large or inside the own network is refused. Whatever goes
 * wrong is a value.
 */
public interface Fetcher {

    /**
     * Waits for its turn and then for the whole answer.
     *
     * @param known what the last answer was recognised by; {@link Fetched.Validators#NONE} asks for
     *     the content whether it changed or not
     */
    Fetched get(URI address, Fetched.Validators known);
}
