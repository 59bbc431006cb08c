package io.weekbench.host.plugin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import io.weekbench.host.tracker.Capabilities;
import io.weekbench.host.tracker.TrackerSpec;
import io.weekbench.host.workbench.LiveWorkbench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
        this.running = new Running(workbench, limit);
        look();
        start();
    }

    private void look() {
        found.clear();
        try {
            shelf.tidy();
            shelf.installed().forEach(this::add);
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

    /** Those of this home, by rising id, whether they run or not; then those whose data is left. */
    public synchronized List<Installed> installed() {
        List<Installed> installed = new ArrayList<>();
        found.values().forEach(one -> installed.add(installed(one)));
        for (TrackerSpec tracker : workbench.catalog().trackers()) {
            if (!found.containsKey(tracker.id())) {
                installed.add(removed(tracker));
            }
        }
        return installed;
    }

    private Installed installed(Found one) {
        if (one instanceof PluginFolder plugin) {
            return installed(plugin, running.standing(plugin.id()), running.isStuck(plugin.id()));
        }
        Found.Broken broken = (Found.Broken) one;
        Text name = new Text(broken.id(), broken.id());
        return new Installed(
                broken.id(),
                "",
                name,
                null,
                word(Standing.State.FAILED),
                List.of(broken.problem()),
                Capabilities.NONE,
                false);
    }

    private static Installed installed(PluginFolder plugin, Standing standing, boolean restart) {
        return new Installed(
                plugin.id(),
                plugin.version(),
                plugin.introduction().label(),
                plugin.introduction().description(),
                word(standing.state()),
                standing.problems(),
                plugin.introduction().capabilities(),
                restart);
    }

    private static Installed removed(TrackerSpec tracker) {
        return new Installed(
                tracker.id(),
                tracker.version(),
                tracker.label(),
                tracker.description(),
                word(Standing.State.REMOVED),
                List.of(Refusals.removed(tracker.id())),
                Capabilities.NONE,
                false);
    }

    private static String word(Standing.State state) {
        return state.name().toLowerCase(Locale.ROOT);
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
                            ? install(installing.prepare(offer.get()))
                            : refused(notOffered(id));
                });
    }

    /** Installs what is in this zip, over whatever version there is. */
    public synchronized Answer install(byte[] zip) {
        return changing(() -> install(installing.prepare(zip)));
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
        return new Answer.Done(was.as(word(Standing.State.REMOVED)));
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

    private Answer install(Installing.Prepared prepared) throws IOException {
        if (prepared instanceof Installing.Prepared.Unfit unfit) {
            return refused(unfit.problem());
        }
        PluginFolder plugin = ((Installing.Prepared.Ready) prepared).plugin();
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
        return PluginWriter.list(installed(), catalogue.offers());
    }

    @Override
    public synchronized void close() {
        running.close();
    }
}
