package io.weekbench.host.search;

import java.io.IOException;
import org.apache.lucene.store.Directory;

/** Where the files of an index lie; opened again after each failure. */
@FunctionalInterface
interface Opening {
    Directory open() throws IOException;
}
