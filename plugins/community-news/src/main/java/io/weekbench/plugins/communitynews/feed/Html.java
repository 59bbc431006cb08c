package io.weekbench.plugins.communitynews.feed;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Safelist;

/**
 * Makes what strangers wrote safe to show: text, links, lists, tables and pictures stay; scripts,
 * styles, forms, frames and handlers do not. Links and pictures are made whole, and those that are
 * neither http nor https are dropped.
 */
public final class Html {
    private static final Safelist SAFE =
            Safelist.relaxed()
                    .addTags("hr", "del", "ins", "s", "figure", "figcaption", "details", "summary")
                    .removeProtocols("a", "href", "ftp")
                    .addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow");

    private Html() {}

    /** Empty where nothing is left. */
    public static String safe(Markup markup) {
        if (markup.isEmpty()) {
            return "";
        }
        Document.OutputSettings settings =
                new Document.OutputSettings()
                        .prettyPrint(false)
                        .escapeMode(Entities.EscapeMode.base)
                        .charset("UTF-8");
        String html =
                markup.type().equals(Markup.PLAIN)
                        ? Entities.escape(markup.value()).replace("\n", "<br>")
                        : markup.value();
        return Jsoup.clean(html, markup.base(), SAFE, settings).strip();
    }
}
