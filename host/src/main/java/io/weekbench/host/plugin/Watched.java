package io.weekbench.host.plugin;

import io.weekbench.api.Incoming;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file of which each read is a sign of life. */
record Watched(Incoming file, Patience patience) implements Incoming {

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public long size() {
        return file.size();
    }

    @Override
    public InputStream open() {
        return new FilterInputStream(file.open()) {
            @Override
            public int read() throws IOException {
                patience.renew();
                return in.read();
            }

            @Override
            public int read(byte[] bytes, int from, int count) throws IOException {
                patience.renew();
                return in.read(bytes, from, count);
            }
        };
    }
}
