package io.weekbench.host.plugin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.Problem;
import io.weekbench.api.Registration;
import io.weekbench.host.store.Store;
import io.weekbench.host.tracker.TrackerSpec;
import io.weekbench.host.workbench.LiveWorkbench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The plugins of one home: those of its own folder and those that the distribution brings for every
 * home. Any thread may ask and change; one change at a time.
 */
public final class Plugins implements AutoCloseable {
    private final Shelf shelf;
    private final Installing installing;
    private final Distribution distribution;
    private final Catalogue catalogue;
    private final LiveWorkbench workbench;
    private final Running running;
    private final Map<String, Found> found = new TreeMap<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    /**
     * Finds the plugins and starts those that can be started.
     *
     * @param limit how long each step of starting one may take
     */
    public Plugins(
            Path folder, Distribution distribution, LiveWorkbench workbench, Duration limit) {
        this.shelf = new Shelf(folder);
        this.catalogue = new Catalogue(distribution.catalog());
        this.installing = new Installing(shelf);
        this.distribution = distribution;
        this.workbench = workbench;
        this.running = new Running(workbench, limit, this::tellOfChange);
        look();
        start();
    }

    private void look() {
        found.clear();
        try {
            shelf.tidy();
            shelf.installed().forEach(this::add);
            shelf.zips().forEach(this::add);
            for (Path folder : distribution.plugins()) {
                Shelf.read(folder).forEach(this::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the plugin folders", e);
        }
    }

    /** What the home has itself goes before what its distribution brings, whose newest is taken. */
    private void add(Found plugin) {
        found.merge(
                plugin.id(), plugin, (first, other) -> goesBefore(first, other) ? first : other);
    }

    private boolean goesBefore(Found first, Found other) {
        return shelf.holds(first)
                || !(other instanceof PluginFolder newer)
                || (first instanceof PluginFolder plugin
                        && !Shelf.isNewer(newer.version(), plugin.version()));
    }

    private void start() {
        running.start(whole());
    }

    private List<PluginFolder> whole() {
        List<PluginFolder> whole = new ArrayList<>();
        for (Found one : found.values()) {
            if (one instanceof PluginFolder plugin) {
                whole.add(plugin);
            }
        }
        return whole;
    }

    /**
     * Installs all that the catalogue offers into a home that nobody has open yet.
     *
     * @return what is wrong with those that could not be installed
     */
    public static List<Problem> installAll(Path folder, Distribution distribution)
            throws IOException {
        Shelf shelf = new Shelf(folder);
        Installing installing = new Installing(shelf);
        List<Problem> problems = new ArrayList<>();
        for (Offer offer : new Catalogue(distribution.catalog()).offers()) {
            Installing.Prepared prepared = installing.prepare(offer);
            if (prepared instanceof Installing.Prepared.Ready ready) {
                shelf.put(ready.plugin());
            } else if (prepared instanceof Installing.Prepared.Unfit unfit) {
                problems.add(unfit.problem());
            }
        }
        return problems;
    }

    /**
     * @param watcher told whenever one came, went or was stopped; must not wait for anything
     */
    public Registration onChange(Runnable watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    private void tellOfChange() {
        watchers.forEach(Runnable::run);
    }

    /** Those of this home, by rising id, whether they run or not; then those whose data is left. */
    public synchronized List<Installed> installed() {
        List<Installed> installed = new ArrayList<>();
        found.values().forEach(one -> installed.add(installed(one)));
        for (TrackerSpec tracker : workbench.catalog().trackers()) {
            if (!found.containsKey(tracker.id())) {
                installed.add(Installed.removed(tracker));
            }
        }
        return installed;
    }

    /** What a plugin brings for the browser; empty where there is no such plugin. */
    public synchronized Optional<WebFolder> web(String id) {
        return Optional.ofNullable(found.get(id)).map(plugin -> new WebFolder(plugin.path()));
    }

    private Installed installed(Found one) {
        if (one instanceof PluginFolder plugin) {
            String id = plugin.id();
            return Installed.of(plugin, running.standing(id), running.isStuck(id));
        }
        return Installed.unread(
                one,
                one instanceof Found.Broken broken
                        ? Standing.failed(broken.problem())
                        : Standing.blocked(Refusals.notUnpacked(one.path())));
    }

    /**
     * @param verb install, update, remove or rollback
     */
    public Answer change(String id, String verb) {
        return switch (verb) {
            case "install" -> install(id);
            case "update" -> update(id);
            case "remove" -> remove(id);
            case "rollback" -> rollback(id);
            default ->
                    throw new IllegalArgumentException("Nothing to be done to a plugin: " + verb);
        };
    }

    /** Installs the newest release that the catalogue has of it. */
    public synchronized Answer install(String id) {
        return changing(
                () -> {
                    Optional<Offer> offer = catalogue.offer(id);
                    return offer.isPresent()
                            ? install(() -> installing.prepare(offer.get()))
                            : refused(notOffered(id));
                });
    }

    /** Installs what is in this zip, over whatever version there is. */
    public synchronized Answer install(byte[] zip) {
        return changing(() -> install(() -> installing.prepare(zip)));
    }

    /**
     * The same for an author who saves it again and again: also where this version runs already.
     */
    public synchronized Answer reload(byte[] zip) {
        return changing(
                () -> {
                    if (installing.prepare(zip) instanceof Installing.Prepared.Ready ready) {
                        running.stop(ready.plugin().id());
                    }
                    Answer answer = install(() -> installing.prepare(zip));
                    if (answer instanceof Answer.Refused) {
                        look();
                        start();
                    }
                    return answer;
                });
    }

    /** Replaces a plugin by what is newer in the catalogue. */
    public synchronized Answer update(String id) {
        if (!(found.get(id) instanceof PluginFolder plugin)) {
            return refused(Refusals.noSuchPlugin(id));
        }
        Optional<Offer> offer = catalogue.offer(id);
        if (offer.isEmpty()) {
            return refused(notOffered(id));
        }
        return Shelf.isNewer(offer.get().version(), plugin.version())
                ? install(id)
                : refused(Refusals.nothingNewer(plugin));
    }

    /** Takes a plugin away; its tables stay, to be read. */
    public synchronized Answer remove(String id) {
        Found there = found.get(id);
        if (there == null) {
            return refused(Refusals.noSuchPlugin(id));
        } else if (there instanceof Found.Zip zip) {
            return refused(Refusals.notUnpacked(zip.path()));
        } else if (!shelf.holds(there)) {
            return refused(Refusals.ofTheDistribution(there));
        }
        Set<String> dependents = running.dependents(id);
        return dependents.isEmpty()
                ? changing(() -> take(there))
                : refused(Refusals.needed(id, dependents));
    }

    private Answer take(Found plugin) throws IOException {
        Installed was = installed(plugin);
        running.stop(plugin.id());
        running.forget(plugin.id());
        shelf.take(plugin.id());
        look();
        start();
        return new Answer.Done(was.asRemoved());
    }

    /**
     * Puts the version before in place of the one that is installed, which becomes the one before.
     */
    public synchronized Answer rollback(String id) {
        return changing(
                () -> {
                    Optional<PluginFolder> before = shelf.before(id);
                    return before.isPresent()
                            ? replace(before.get())
                            : refused(Refusals.nothingBefore(id));
                });
    }

    private Problem notOffered(String id) {
        return Refusals.notOffered(id, catalogue.offers().stream().map(Offer::id).toList());
    }

    /** Unpacks a zip beside the others; what is not put into place is tidied away. */
    @FunctionalInterface
    private interface Preparing {
        Installing.Prepared prepare() throws IOException;
    }

    /** Installs it with what it needs and the catalogue has: all of them or none. */
    private Answer install(Preparing preparing) throws IOException {
        Installing.Prepared first = preparing.prepare();
        if (first instanceof Installing.Prepared.Unfit unfit) {
            return refused(unfit.problem());
        }
        PluginFolder plugin = ((Installing.Prepared.Ready) first).plugin();
        List<String> there = whole().stream().map(PluginFolder::id).toList();
        Along along = Along.with(plugin.id(), plugin.dependencies(), there, catalogue.offers());
        if (!along.lacking().isEmpty()) {
            return new Answer.Refused(along.lacking());
        } else if (along.offers().isEmpty()) {
            return put(plugin);
        }
        List<Preparing> all = new ArrayList<>();
        along.offers().forEach(offer -> all.add(() -> installing.prepare(offer)));
        all.add(preparing);
        return install(all);
    }

    private Answer install(List<Preparing> all) throws IOException {
        List<Installed> came = new ArrayList<>();
        for (Preparing one : all) {
            Answer answer = put(one);
            if (!(answer instanceof Answer.Done done)) {
                takeBack(came);
                return answer;
            }
            came.add(done.plugin());
        }
        int last = came.size() - 1;
        return new Answer.Done(came.get(last), came.subList(0, last));
    }

    private void takeBack(List<Installed> came) throws IOException {
        for (int i = came.size() - 1; i >= 0; i--) {
            String id = came.get(i).id();
            running.stop(id);
            running.forget(id);
            shelf.takeBack(id, false);
        }
        look();
        start();
    }

    private Answer put(Preparing preparing) throws IOException {
        Installing.Prepared prepared = preparing.prepare();
        return prepared instanceof Installing.Prepared.Unfit unfit
                ? refused(unfit.problem())
                : put(((Installing.Prepared.Ready) prepared).plugin());
    }

    private Answer put(PluginFolder plugin) throws IOException {
        boolean there =
                found.get(plugin.id()) instanceof PluginFolder old
                        && old.version().equals(plugin.version());
        return there && running.runs(plugin.id())
                ? refused(Refusals.alreadyInstalled(plugin))
                : replace(plugin);
    }

    /** Puts it into place and starts it, with those that need it; if it fails, all is as it was. */
    private Answer replace(PluginFolder plugin) throws IOException {
        Problem blocked = blocked(plugin);
        if (blocked != null) {
            return refused(blocked);
        }
        String id = plugin.id();
        boolean replaced = found.containsKey(id) && shelf.holds(found.get(id));
        boolean wasStuck = running.isStuck(id);
        running.stop(id);
        shelf.put(plugin);
        look();
        start();
        Installed now = installed(Objects.requireNonNull(found.get(id)));
        if (running.runs(id) || wasStuck) {
            return new Answer.Done(now);
        }
        shelf.takeBack(id, replaced);
        look();
        start();
        return new Answer.Refused(now.problems());
    }

    /** Why it could not be loaded among those there are, or null. */
    private @Nullable Problem blocked(PluginFolder plugin) {
        List<PluginFolder> others = new ArrayList<>(whole());
        others.removeIf(other -> other.id().equals(plugin.id()));
        others.add(plugin);
        return Plan.of(others).blocked().get(plugin.id());
    }

    /** One that reads and writes the plugin folder. */
    @FunctionalInterface
    private interface Change {
        Answer make() throws IOException;
    }

    private Answer changing(Change change) {
        try {
            Answer answer = change.make();
            shelf.tidy();
            if (answer instanceof Answer.Done) {
                tellOfChange();
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot change the plugin folder", e);
        }
    }

    private static Answer refused(Problem problem) {
        return new Answer.Refused(problem);
    }

    /** What is installed and what can be, as every door answers it. */
    public synchronized ObjectNode toJson() {
        Store store = workbench.store();
        Holdings holdings = new Holdings(workbench.catalog(), store.at(store.revision()));
        return PluginWriter.list(installed(), catalogue.offers(), holdings);
    }

    @Override
    public synchronized void close() {
        running.close();
    }
}
