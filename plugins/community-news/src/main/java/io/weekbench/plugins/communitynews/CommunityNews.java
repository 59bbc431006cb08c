package io.weekbench.plugins.communitynews;

import io.weekbench.api.Importer;
import io.weekbench.api.Source;
import io.weekbench.api.Tracker;
import java.util.List;

/** The tracker: feeds come in by themselves from their addresses, or as files. */
public final class CommunityNews implements Tracker {
    static final String SOURCE = "community-news.source";
    static final String ITEM = "community-news.item";
    static final String VISIT = "community-news.visit";

    @Override
    public List<Importer> importers() {
        return List.of(new FeedImporter(), new OpmlImporter());
    }

    @Override
    public List<Source> sources() {
        return List.of(new Feeds());
    }
}
