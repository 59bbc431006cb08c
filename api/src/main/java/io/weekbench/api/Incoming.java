package io.weekbench.api;

import java.io.InputStream;

/** A file somebody brings in; made by the host, received by importers. */
public interface Incoming {

    /** The name it came with, without a path: {@code features.yaml}. */
    String name();

    /** From its first byte, each time it is called; whoever calls closes it. */
    InputStream open();

    /** In bytes. */
    long size();
}
