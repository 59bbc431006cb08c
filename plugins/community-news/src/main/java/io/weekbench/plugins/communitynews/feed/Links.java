package io.weekbench.plugins.communitynews.feed;

import java.net.URI;

/** Makes links whole. */
final class Links {
    private Links() {}

    /** The link as it is where it cannot be resolved: half an address tells more than none. */
    static String resolve(String base, String link) {
        String stripped = link.strip();
        if (base.isEmpty() || stripped.isEmpty()) {
            return stripped;
        }
        try {
            URI whole = URI.create(stripped.replace(" ", "%20"));
            return whole.isAbsolute() ? stripped : URI.create(base).resolve(whole).toString();
        } catch (IllegalArgumentException e) {
            return stripped;
        }
    }
}
