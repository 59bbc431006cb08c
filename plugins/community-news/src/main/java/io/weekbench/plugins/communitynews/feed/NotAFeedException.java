package io.weekbench.plugins.communitynews.feed;

/** What was to be read is no feed at all. */
public final class NotAFeedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String what;

    NotAFeedException(String what) {
        super("Not a feed, but " + what);
        this.what = what;
    }

    /** What it is instead. */
    public String what() {
        return what;
    }
}
