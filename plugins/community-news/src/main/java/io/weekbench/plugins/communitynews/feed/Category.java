package io.weekbench.plugins.communitynews.feed;

/** A word an entry is filed under; what it does not say is empty. */
public record Category(String term, String scheme, String label) {

    /** The word a person reads. */
    public String called() {
        return label.isEmpty() ? term : label;
    }
}
