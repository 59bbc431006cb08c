package io.weekbench.plugins.communitynews;

import io.weekbench.api.Importer;
import io.weekbench.api.Incoming;
import io.weekbench.api.Rows;
import io.weekbench.api.Text;
import io.weekbench.plugins.communitynews.feed.Opml;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the list of subscriptions that feed readers give one another. */
final class OpmlImporter implements Importer {
    private static final int LARGEST_BYTES = 20 << 20;
    private static final int NAME = 200;

    @Override
    public String id() {
        return "opml";
    }

    @Override
    public Text label() {
        return new Text("Subscriptions (OPML)", "订阅列表（OPML）");
    }

    @Override
    public List<String> tables() {
        return List.of(CommunityNews.SOURCE);
    }

    @Override
    public boolean reads(Incoming file) throws IOException {
        return FirstBytes.of(file).matches("<opml[\\s>]");
    }

    @Override
    public void read(Incoming file, Rows rows) throws IOException {
        try (InputStream in = file.open()) {
            List<Opml.Subscription> subscriptions = Opml.read(in.readNBytes(LARGEST_BYTES));
            subscriptions.forEach(one -> rows.add(CommunityNews.SOURCE, 0, values(one)));
            if (subscriptions.isEmpty()) {
                rows.problem(
                        0,
                        "",
                        new Text("There is no subscription in it.", "其中没有订阅。"),
                        new Text(
                                "Export the subscriptions of your feed reader as OPML.",
                                "请从阅读器中将订阅导出为 OPML。"));
            }
        }
    }

    private static Map<String, Object> values(Opml.Subscription one) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("address", one.address());
        values.put("name", Cut.to(NAME, one.name().isEmpty() ? one.address() : one.name()));
        if (!one.site().isEmpty()) {
            values.put("site", one.site());
        }
        if (!one.folder().isEmpty()) {
            values.put("folder", Cut.to(NAME, one.folder()));
        }
        return values;
    }
}
