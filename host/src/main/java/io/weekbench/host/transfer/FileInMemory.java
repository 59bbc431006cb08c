package io.weekbench.host.transfer;

import io.weekbench.api.Incoming;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A file that has been received whole. */
public final class FileInMemory implements Incoming {
    private final String name;
    private final byte[] bytes;

    /**
     * @param bytes given away: not copied, because they may be many
     */
    public FileInMemory(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public long size() {
        return bytes.length;
    }
}
