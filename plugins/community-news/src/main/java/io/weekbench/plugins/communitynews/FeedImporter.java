package io.weekbench.plugins.communitynews;

import io.weekbench.api.Importer;
import io.weekbench.api.Incoming;
import io.weekbench.api.Rows;
import io.weekbench.api.Text;
import io.weekbench.plugins.communitynews.feed.Feed;
import io.weekbench.plugins.communitynews.feed.FeedReader;
import io.weekbench.plugins.communitynews.feed.NotAFeedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a feed that somebody saved as a file. */
final class FeedImporter implements Importer {
    private static final int LARGEST_BYTES = 20 << 20;

    @Override
    public String id() {
        return "feed";
    }

    @Override
    public Text label() {
        return new Text("Feed (RSS, Atom, JSON Feed)", "订阅源文件（RSS、Atom、JSON Feed）");
    }

    @Override
    public List<String> tables() {
        return List.of(CommunityNews.SOURCE, CommunityNews.ITEM);
    }

    @Override
    public boolean reads(Incoming file) throws IOException {
        return FirstBytes.of(file)
                .matches(
                        "<(\\w+:)?(rss|rdf|feed|channel)[\\s>]"
                                + "|jsonfeed\\.org|\"feed_url\"|\"home_page_url\"");
    }

    @Override
    public void read(Incoming file, Rows rows) throws IOException {
        try (InputStream in = file.open()) {
            byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
            if (bytes.length > LARGEST_BYTES) {
                rows.problem(
                        0,
                        "",
                        new Text("The feed is larger than 20 MiB.", "该订阅源超过 20 MiB。"),
                        new Text("Split it, or save it anew.", "请拆分，或重新保存。"));
                return;
            }
            add(FeedReader.read(bytes, "", ""), file.name(), rows);
        } catch (NotAFeedException e) {
            rows.problem(
                    0,
                    "",
                    new Text("This is no feed, but " + e.what(), "这不是订阅源：" + e.what()),
                    new Text(
                            "Save the feed itself, not the page that links to it.",
                            "请保存订阅源本身，而不是链接到它的网页。"));
        }
    }

    private static void add(Feed feed, String name, Rows rows) {
        String address = feed.about().self().or(() -> feed.about().link()).orElse("file:" + name);
        Map<String, Object> source = SourceValues.of(feed);
        source.putIfAbsent("name", name);
        source.put("address", address);
        if (feed.about().self().isEmpty()) {
            source.put("paused", true); // nobody knows where it could be fetched from
        }
        rows.addIfNew(CommunityNews.SOURCE, 0, source);
        Set<Object> seen = new HashSet<>();
        for (var entry : feed.entries()) {
            Map<String, Object> item = new LinkedHashMap<>(ItemValues.of(entry));
            item.put("source", List.of(address));
            if (seen.add(item.get("entry"))) { // of two by one name the first is the newer
                rows.add(CommunityNews.ITEM, 0, item);
            }
        }
    }
}
