package io.weekbench.host.cli;

import io.weekbench.api.Registration;
import io.weekbench.api.Text;
import io.weekbench.host.home.Home;
import io.weekbench.host.http.PortTakenException;
import io.weekbench.host.http.Server;
import io.weekbench.host.json.Json;
import java.net.URI;
import java.util.concurrent.CountDownLatch;

/**
 * Serves a home until the process is told to end (SIGTERM, SIGINT) or the thread is interrupted.
 * Begun before the home is opened, so that from then on the process does not end before everything
 * is closed.
 */
final class Serving implements AutoCloseable {
    /** Where it is found when nobody says otherwise, so that bookmarks stay good. */
    private static final int USUAL_PORT = 7420;

    private final Common common;
    private final Runnable atLast;
    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::end, "shutdown");

    private Serving(Common common, Runnable atLast) {
        this.common = common;
        this.atLast = atLast;
    }

    /**
     * @param atLast done when all is closed
     */
    static Serving begin(Common common, Runnable atLast) {
        Serving serving = new Serving(common, atLast);
        Runtime.getRuntime().addShutdownHook(serving.hook);
        return serving;
    }

    /**
     * @param opened is closed in the end
     * @param port to listen at, 0 for a free one; -1 for the usual one, or a free one where that is
     *     taken
     */
    int run(Home opened, int port, boolean browser) {
        return run(opened, port, browser, () -> {});
    }

    /**
     * @param beside closed before the home is
     */
    int run(Home opened, int port, boolean browser, Registration beside) {
        Terminal terminal = common.terminal();
        try (Home home = opened;
                beside;
                Server server = start(home, port)) {
            home.announce(server.port());
            show(server.address(), browser, terminal);
            told.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Terminal.DONE;
    }

    /** The whole address: without its token nobody is let in. */
    static void show(URI address, boolean browser, Terminal terminal) {
        terminal.answer(
                Json.object().put("address", address.toString()),
                node -> terminal.say("Weekbench is at " + address));
        if (browser && !Browser.open(address)) {
            terminal.note(
                    new Text(
                            "No browser could be opened; open that address yourself.",
                            "无法打开浏览器，请自行打开该地址。"));
        }
    }

    private Server start(Home home, int port) {
        String version = common.world().version();
        if (port >= 0) {
            return Server.start(home, version, port);
        }
        try {
            return Server.start(home, version, USUAL_PORT);
        } catch (PortTakenException e) {
            return Server.start(home, version, 0);
        }
    }

    /** On a signal: the process ends when this returns. */
    private void end() {
        told.countDown();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            atLast.run();
        } finally {
            closed.countDown();
            forgetHook();
        }
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // it is what runs just now
        }
    }
}
