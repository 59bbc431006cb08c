package io.weekbench.host.search;

import java.io.IOException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;

/**
 * Makes the names of a commit's files durable before the commit gets its own. Lucene does so, too,
 * but before the small files come that were kept in memory until the commit; for those it trusts
 * the file system to keep names in their order. One that does not would leave a commit without
 * them.
 */
final class NamesFirst extends FilterDirectory {

    NamesFirst(Directory files) {
        super(files);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        in.syncMetaData();
        in.rename(from, to);
    }
}
