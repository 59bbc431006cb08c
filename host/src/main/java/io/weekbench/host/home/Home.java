package io.weekbench.host.home;

import io.weekbench.host.store.MapDbStore;
import io.weekbench.host.workbench.Cursors;
import io.weekbench.host.workbench.LiveWorkbench;
import io.weekbench.host.workbench.Options;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * One folder with everything a workbench keeps, locked and open. Wired by hand: lock, store, road,
 * trackers.
 */
public final class Home implements AutoCloseable {
    private final Path folder;
    private final HomeLock lock;
    private final MapDbStore store;
    private final LiveWorkbench workbench;
    private final InstalledTrackers trackers;

    private Home(Path folder, HomeLock lock, MapDbStore store, LiveWorkbench workbench) {
        this.folder = folder;
        this.lock = lock;
        this.store = store;
        this.workbench = workbench;
        this.trackers = new InstalledTrackers(workbench);
    }

    /**
     * @param folder made where there is none
     * @param plugins folders whose sub-folders each hold a tracker
     * @throws io.weekbench.api.WeekbenchException {@code IN_USE} or {@code DAMAGED}
     */
    public static Home open(Path folder, List<Path> plugins, Clock clock) {
        return open(folder, plugins, clock, Options.DEFAULT);
    }

    /** One that is thrown away afterwards: it does not wait for the disk. */
    public static Home openThrowAway(Path folder, List<Path> plugins, Clock clock) {
        return open(folder, plugins, clock, Options.DEFAULT, MapDbStore::openUnforced);
    }

    public static Home open(Path folder, List<Path> plugins, Clock clock, Options options) {
        return open(folder, plugins, clock, options, MapDbStore::open);
    }

    private static Home open(
            Path folder,
            List<Path> plugins,
            Clock clock,
            Options options,
            Function<Path, MapDbStore> opening) {
        HomeLock lock = HomeLock.take(created(folder));
        try {
            return over(opening.apply(folder), folder, lock, plugins, clock, options);
        } catch (RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    private static Home over(
            MapDbStore store,
            Path folder,
            HomeLock lock,
            List<Path> plugins,
            Clock clock,
            Options options) {
        try {
            Home home = new Home(folder, lock, store, workbench(folder, store, clock, options));
            plugins.forEach(home.trackers::installAll);
            return home;
        } catch (RuntimeException | Error e) {
            store.close();
            throw e;
        }
    }

    private static LiveWorkbench workbench(
            Path folder, MapDbStore store, Clock clock, Options options) {
        Cursors cursors = new Cursors(folder.resolve("listeners.json"));
        return new LiveWorkbench(store, KeptFiles.open(folder), cursors, clock, options);
    }

    private static Path created(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the home " + folder, e);
        }
    }

    /** Where the host that holds this home is served; empty where it is not. */
    public static Optional<Integer> port(Path folder) {
        return HomeLock.read(folder.resolve("endpoint.json"))
                .map(HomeLock.Endpoint::port)
                .filter(port -> port != 0);
    }

    /**
     * Does something in a home that nobody has open, without opening it: it may be damaged.
     *
     * @throws io.weekbench.api.WeekbenchException {@code IN_USE}
     */
    public static <T> T alone(Path folder, Callable<T> task) throws Exception {
        HomeLock lock = HomeLock.take(created(folder));
        try {
            return task.call();
        } finally {
            lock.close();
        }
    }

    /** What only the one who runs the store may do with it. */
    public Care care() {
        return new Care(workbench, store.admin());
    }

    public Path folder() {
        return folder;
    }

    public LiveWorkbench workbench() {
        return workbench;
    }

    /** The trackers whose plugins were found, and what is wrong with those that do not run. */
    public InstalledTrackers trackers() {
        return trackers;
    }

    /** Tells other processes where this home is served. */
    public void announce(int port) {
        try {
            lock.announce(port);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the endpoint file of " + folder, e);
        }
    }

    @Override
    public void close() {
        try {
            workbench.close();
        } finally {
            lock.close();
        }
    }
}
