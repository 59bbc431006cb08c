package io.weekbench.testkit;

import io.weekbench.api.Fetched;
import io.weekbench.api.Fetched.Validators;
import io.weekbench.api.Fetcher;
import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What sources are tested with instead of the internet: pages a test lays out. */
public final class PagesInMemory implements Fetcher {
    private final Map<URI, Fetched> pages = new HashMap<>();
    private final List<URI> asked = new ArrayList<>();

    /** Lays out a page, in UTF-8; its validator is what it says. */
    public PagesInMemory put(String address, String page) {
        return put(address, page.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /**
     * @param headers by their names in lower case
     */
    public PagesInMemory put(String address, byte[] page, Map<String, String> headers) {
        URI uri = URI.create(address);
        Validators validators = new Validators(Integer.toHexString(Arrays.hashCode(page)), "");
        return put(
                address,
                new Fetched.Content(uri, false, headers, ByteBuffer.wrap(page), validators));
    }

    /** Has this come of the address from now on. */
    public PagesInMemory put(String address, Fetched fetched) {
        pages.put(URI.create(address), fetched);
        return this;
    }

    /** Every address asked so far, in order. */
    public List<URI> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Fetched get(URI address, Validators known) {
        asked.add(address);
        Fetched fetched = pages.get(address);
        if (fetched instanceof Fetched.Content content
                && !known.equals(Validators.NONE)
                && known.equals(content.validators())) {
            return new Fetched.Unchanged();
        }
        return fetched == null ? absent(address) : fetched;
    }

    private static Fetched absent(URI address) {
        return new Fetched.Failed(
                new Problem(
                        "status-404",
                        address.toString(),
                        new Text("The server answered 404.", "服务器应答 404。"),
                        new Text("Lay the page out first.", "请先放置该页面。")),
                null);
    }
}
