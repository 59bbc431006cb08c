package io.weekbench.host.search;

import java.io.IOException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;

/**
 * Makes the names of a commit's files durable before the commit gets its own. Lucene forces the
 * folder once, after that, and trusts the file system to keep names in their order; one that does
 * not would leave a commit without files.
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
