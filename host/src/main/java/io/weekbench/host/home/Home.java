package io.weekbench.host.home;

import io.weekbench.api.Fetcher;
import io.weekbench.host.fetch.Manners;
import io.weekbench.host.fetch.Pause;
import io.weekbench.host.fetch.PoliteFetcher;
import io.weekbench.host.fetch.Poller;
import io.weekbench.host.fetch.PrivateHosts;
import io.weekbench.host.fetch.Sources;
import io.weekbench.host.plugin.Distribution;
import io.weekbench.host.plugin.InstalledTrackers;
import io.weekbench.host.plugin.Plugins;
import io.weekbench.host.search.Index;
import io.weekbench.host.store.MapDbStore;
import io.weekbench.host.workbench.Cursors;
import io.weekbench.host.workbench.LiveWorkbench;
import io.weekbench.host.workbench.Options;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * One folder with everything a workbench keeps, locked and open. Wired by hand: lock, store, road,
 * trackers.
 */
public final class Home implements AutoCloseable {
    /** A plugin may take so much longer to start than one of its rules to judge. */
    private static final int DEADLINES_OF_A_START = 5;

    private final Path folder;
    private final HomeLock lock;
    private final MapDbStore store;
    private final LiveWorkbench workbench;
    private final Index index;
    private final InstalledTrackers trackers;
    private final Plugins plugins;
    private final Distribution distribution;
    private final Poller poller;

    private Home(
            Path folder,
            HomeLock lock,
            MapDbStore store,
            LiveWorkbench workbench,
            Index index,
            Plugins plugins,
            Distribution distribution,
            Poller poller) {
        this.folder = folder;
        this.lock = lock;
        this.store = store;
        this.workbench = workbench;
        this.index = index;
        this.trackers = new InstalledTrackers(workbench);
        this.plugins = plugins;
        this.distribution = distribution;
        this.poller = poller;
    }

    private static Poller poller(Path folder, LiveWorkbench workbench, Clock clock) {
        String version = Home.class.getPackage().getImplementationVersion();
        Set<String> privateHosts = PrivateHosts.read(folder.resolve("private-hosts"));
        Manners manners = Manners.usual(version == null ? "dev" : version, privateHosts);
        Fetcher fetcher = new PoliteFetcher(manners, clock, Pause.real());
        return new Poller(workbench, fetcher, folder.resolve("sources.json"), clock);
    }

    /** Where the plugins of a home lie. */
    public static Path pluginFolder(Path home) {
        return home.resolve("plugins");
    }

    /**
     * @param folder made where there is none
     * @param distribution what its installation brings
     * @throws io.weekbench.api.WeekbenchException {@code IN_USE} or {@code DAMAGED}
     */
    public static Home open(Path folder, Distribution distribution, Clock clock) {
        return open(folder, distribution, clock, Options.DEFAULT);
    }

    /** One that is thrown away afterwards: it does not wait for the disk. */
    public static Home openThrowAway(Path folder, Distribution distribution, Clock clock) {
        return open(folder, distribution, clock, Options.DEFAULT, MapDbStore::openUnforced);
    }

    public static Home open(Path folder, Distribution distribution, Clock clock, Options options) {
        return open(folder, distribution, clock, options, MapDbStore::open);
    }

    private static Home open(
            Path folder,
            Distribution distribution,
            Clock clock,
            Options options,
            Function<Path, MapDbStore> opening) {
        HomeLock lock = HomeLock.take(created(folder));
        try {
            return over(opening.apply(folder), folder, lock, distribution, clock, options);
        } catch (RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    private static Home over(
            MapDbStore store,
            Path folder,
            HomeLock lock,
            Distribution distribution,
            Clock clock,
            Options options) {
        try {
            LiveWorkbench workbench = workbench(folder, store, clock, options);
            Duration limit = options.ruleDeadline().multipliedBy(DEADLINES_OF_A_START);
            Plugins plugins = new Plugins(pluginFolder(folder), distribution, workbench, limit);
            Poller poller = poller(folder, workbench, clock);
            Index index = Index.in(folder.resolve("index"), workbench, clock.getZone());
            workbench.snapshots().findWith(index);
            return new Home(folder, lock, store, workbench, index, plugins, distribution, poller);
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
    public static Optional<Endpoint> endpoint(Path folder) {
        return Endpoint.of(folder).filter(endpoint -> endpoint.port() != 0);
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

    /** Where a tracker that is no plugin can be installed, as tests have them. */
    public InstalledTrackers trackers() {
        return trackers;
    }

    public Plugins plugins() {
        return plugins;
    }

    /** What the trackers bring to look at. */
    public SampleWorkspace sample() {
        List<Path> folders = new ArrayList<>(distribution.plugins());
        folders.add(pluginFolder(folder));
        return new SampleWorkspace(workbench, folders);
    }

    /** Opens the host of this home to whoever knows it, until it stops. */
    public String token() {
        return lock.token();
    }

    /** Polls what the trackers follow; begins when it is told to. */
    public Poller poller() {
        return poller;
    }

    public Sources sources() {
        return new Sources(poller);
    }

    /** Tells other processes where this home is served; from now on somebody may ask anything. */
    public void announce(int port) {
        index.follow();
        try {
            lock.announce(port);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the endpoint file of " + folder, e);
        }
    }

    @Override
    public void close() {
        poller.close();
        workbench.drain(); // while the rules are there to judge it
        try {
            plugins.close();
        } finally {
            closeStore();
        }
    }

    private void closeStore() {
        try {
            workbench.close();
        } finally {
            lock.close();
        }
    }
}
