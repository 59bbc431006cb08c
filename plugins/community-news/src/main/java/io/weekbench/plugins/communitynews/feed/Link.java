package io.weekbench.plugins.communitynews.feed;

/** A link of a feed or an entry; what it does not say is empty. */
public record Link(String rel, String type, String href, String title, String length) {
    static final String ALTERNATE = "alternate";
    static final String ENCLOSURE = "enclosure";
    static final String SELF = "self";

    static Link alternate(String href) {
        return new Link(ALTERNATE, "", href, "", "");
    }
}
