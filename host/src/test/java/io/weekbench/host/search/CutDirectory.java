package io.weekbench.host.search;

import io.weekbench.host.store.CutDisk;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.BaseDirectory;
import org.apache.lucene.store.ByteBuffersDataInput;
import org.apache.lucene.store.ByteBuffersIndexInput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.OutputStreamIndexOutput;
import org.apache.lucene.store.SingleInstanceLockFactory;

/** The folder of an index on a disk that loses what was not forced. */
final class CutDirectory extends BaseDirectory {
    private static final int BUFFER = 512;

    private final CutDisk disk;
    private final AtomicLong durable;
    private final AtomicInteger renames;
    private final AtomicLong temporary = new AtomicLong();

    CutDirectory(CutDisk disk) throws IOException {
        super(new SingleInstanceLockFactory());
        this.disk = disk;
        this.durable = new AtomicLong(generation());
        this.renames = new AtomicInteger();
    }

    private CutDirectory(CutDisk disk, AtomicLong durable, AtomicInteger renames) {
        super(new SingleInstanceLockFactory());
        this.disk = disk;
        this.durable = durable;
        this.renames = renames;
    }

    /** The same folder, opened again. */
    CutDirectory again() {
        return new CutDirectory(disk, durable, renames);
    }

    /** The power goes when so many more commits have their names, before those are forced. */
    void losePowerAfterRenames(int count) {
        renames.set(count);
    }

    private static String path(String name) {
        return "index/" + name;
    }

    @Override
    public String[] listAll() throws IOException {
        return disk.list("index").toArray(String[]::new);
    }

    private boolean exists(String name) throws IOException {
        return disk.list("index").contains(name);
    }

    private void require(String name) throws IOException {
        if (!exists(name)) {
            throw new NoSuchFileException(name);
        }
    }

    @Override
    public void deleteFile(String name) throws IOException {
        require(name);
        disk.delete(path(name));
    }

    @Override
    public long fileLength(String name) throws IOException {
        require(name);
        return disk.size(path(name));
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
        if (exists(name)) {
            throw new FileAlreadyExistsException(name);
        }
        disk.create(path(name));
        OutputStream appending =
                new OutputStream() {
                    @Override
                    public void write(int one) throws IOException {
                        write(new byte[] {(byte) one}, 0, 1);
                    }

                    @Override
                    public void write(byte[] bytes, int from, int count) throws IOException {
                        disk.append(path(name), bytes, from, count);
                    }
                };
        return new OutputStreamIndexOutput("cut " + name, name, appending, BUFFER);
    }

    @Override
    public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
            throws IOException {
        String ending = suffix + "_" + temporary.getAndIncrement();
        return createOutput(IndexFileNames.segmentFileName(prefix, ending, "tmp"), context);
    }

    @Override
    public void sync(Collection<String> names) throws IOException {
        for (String name : names) {
            require(name);
            disk.force(path(name));
        }
    }

    @Override
    public void syncMetaData() throws IOException {
        long forced = generation();
        disk.forceNames("index");
        durable.set(forced);
    }

    /** Of the last commit that outlives a power cut; -1 where there is none. */
    long durable() {
        return durable.get();
    }

    @Override
    public void rename(String from, String to) throws IOException {
        require(from);
        disk.rename(path(from), path(to));
        if (renames.decrementAndGet() == 0) {
            disk.losePowerIn(0);
        }
    }

    @Override
    public IndexInput openInput(String name, IOContext context) throws IOException {
        if (!exists(name)) {
            throw new FileNotFoundException(name);
        }
        ByteBuffer bytes = ByteBuffer.wrap(disk.read(path(name)));
        return new ByteBuffersIndexInput(new ByteBuffersDataInput(List.of(bytes)), name);
    }

    /** Of the last commit there is; -1 where there is none. */
    long generation() throws IOException {
        return SegmentInfos.getLastCommitGeneration(this);
    }

    @Override
    public Set<String> getPendingDeletions() {
        return Set.of();
    }

    @Override
    public void close() {
        isOpen = false;
    }
}
