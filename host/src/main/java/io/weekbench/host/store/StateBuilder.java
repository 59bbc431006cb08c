package io.weekbench.host.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * Makes the state from all commits at once: their entries are sorted first and the trees filled
 * from left to right, many times as fast as one commit after the other.
 *
 * <p>It is made beside the old one and takes its place when it is whole and durable.
 */
final class StateBuilder implements Journal.Visitor, Closeable {
    private static final String FOLDER = "state.new";
    private static final String PAGES = FOLDER + "/pages";
    private static final int WRITTEN_BYTES = 16 << 20;

    private final Disk disk;
    private final Derived entries;

    StateBuilder(Disk disk) throws IOException {
        this.disk = disk;
        for (String left : disk.list(FOLDER)) {
            disk.delete(FOLDER + "/" + left);
        }
        this.entries = new Derived(disk, FOLDER);
    }

    /** Takes the next commit, from the first on. */
    @Override
    public void visit(StoredCommit commit, Appended where) {
        entries.visit(commit, where);
    }

    /** Fills the trees, makes them durable and puts them in the place of the old state. */
    void finish() throws IOException {
        try (PageFile file = PageFile.create(disk, PAGES)) {
            StateVolume volume = new StateVolume(file);
            Trees.Building trees = new Trees.Building(volume);
            entries.forEach(
                    (Marks.Sink<IOException>)
                            (tree, key, value) -> {
                                trees.sink(tree).put(key, value);
                                if (volume.writtenBytes() >= WRITTEN_BYTES) {
                                    write(volume, file);
                                }
                            });
            trees.finish();
            write(volume, file);
            file.force();
            file.writeHead();
            file.force();
        }
        entries.close();
        remove(disk);
        disk.rename(PAGES, State.PAGES);
        disk.forceNames(State.FOLDER);
    }

    /** Removes the old state, its redo first: that must never be applied to another one. */
    static void remove(Disk disk) throws IOException {
        for (String name : List.of(State.REDO, State.PAGES)) {
            disk.delete(name);
            disk.forceNames(State.FOLDER);
        }
    }

    @Override
    public void close() throws IOException {
        entries.close();
    }

    private void write(StateVolume volume, PageFile file) throws IOException {
        List<Page> pages = volume.freeze();
        StateHead head = new StateHead(1, volume.pages(), entries.revision());
        pages.forEach(page -> page.seal(head.checkpoint()));
        file.write(pages, head);
        volume.release(pages);
    }
}
