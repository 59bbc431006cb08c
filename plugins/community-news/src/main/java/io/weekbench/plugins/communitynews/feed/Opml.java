package io.weekbench.plugins.communitynews.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Reads the subscriptions of an OPML file, with the folders they stand in. */
public final class Opml {
    private Opml() {}

    /**
     * One feed.
     *
     * @param folder the names of the folders around it, outermost first, with / between
     */
    public record Subscription(String name, String address, String site, String folder) {}

    /** Each address once, as it comes first. */
    public static List<Subscription> read(byte[] document) {
        Map<String, Subscription> found = new LinkedHashMap<>();
        for (Element outline : Xml.parse(Characters.of(document, "").text()).getAllElements()) {
            String address = Xml.attribute(outline, "xmlUrl");
            if (Xml.localName(outline).equals("outline") && !address.isEmpty()) {
                String site = Xml.attribute(outline, "htmlUrl");
                found.putIfAbsent(
                        address, new Subscription(name(outline), address, site, folder(outline)));
            }
        }
        return List.copyOf(found.values());
    }

    private static String name(Element outline) {
        String title = Xml.attribute(outline, "title");
        return title.isEmpty() ? Xml.attribute(outline, "text") : title;
    }

    private static String folder(Element outline) {
        List<String> folders = new ArrayList<>();
        for (Element at = outline.parent(); at != null; at = at.parent()) {
            if (Xml.localName(at).equals("outline")) {
                folders.add(0, name(at));
            }
        }
        return String.join("/", folders);
    }
}
