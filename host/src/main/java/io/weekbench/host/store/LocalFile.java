package io.weekbench.host.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * A file whose callers may be interrupted at any time.
 *
 * <p>A {@link FileChannel} is closed under everybody when one thread in it is interrupted, and a
 * failed force hides behind that: the interrupt's exception replaces its own. Opening it again and
 * forcing once more would then report lost data as durable. An {@link AsynchronousFileChannel}
 * knows no such closing, has positional reads and writes and a force without metadata, and costs
 * nothing extra when its tasks run on the thread that asks.
 */
final class LocalFile implements DiskFile {
    private final Path path;
    private final AsynchronousFileChannel channel;

    private LocalFile(Path path, AsynchronousFileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static LocalFile open(Path path) throws IOException {
        return new LocalFile(
                path,
                AsynchronousFileChannel.open(
                        path,
                        Set.of(
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE,
                                StandardOpenOption.CREATE),
                        new CallersThread()));
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public void read(long position, ByteBuffer into) throws IOException {
        long at = position;
        while (into.hasRemaining()) {
            int count = await(channel.read(into, at));
            if (count < 0) {
                return;
            }
            at += count;
        }
    }

    @Override
    public void write(long position, ByteBuffer from) throws IOException {
        long at = position;
        while (from.hasRemaining()) {
            int count = await(channel.write(from, at));
            if (count <= 0) {
                throw new IOException(path + " takes no more bytes at " + at);
            }
            at += count;
        }
    }

    @Override
    public void truncate(long size) throws IOException {
        channel.truncate(size);
    }

    @Override
    public void force() throws IOException {
        channel.force(false);
    }

    @Override
    public ByteBuffer map(long position, int size) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try (FileChannel mapped = FileChannel.open(path, StandardOpenOption.READ)) {
                    if (position + size > mapped.size()) {
                        throw new IOException(
                                path + " is too short to map " + size + " at " + position);
                    }
                    return mapped.map(FileChannel.MapMode.READ_ONLY, position, size);
                } catch (ClosedByInterruptException e) {
                    interrupted = Thread.interrupted();
                }
            }
        } finally {
            restore(interrupted);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static int await(Future<Integer> transfer) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return transfer.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IOException(String.valueOf(e.getCause()), e.getCause());
                }
            }
        } finally {
            restore(interrupted);
        }
    }

    private static void restore(boolean interrupted) {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
