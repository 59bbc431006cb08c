package io.weekbench.host.cli;

import io.weekbench.api.Text;
import io.weekbench.host.home.Home;
import io.weekbench.host.http.PortTakenException;
import io.weekbench.host.http.Server;
import java.util.concurrent.CountDownLatch;

/** Serves an open home until the process is told to end, or its thread is interrupted. */
final class Serving {
    /** Where it is found when nobody says otherwise, so that bookmarks stay good. */
    private static final int USUAL_PORT = 7420;

    private final Common common;
    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    Serving(Common common) {
        this.common = common;
    }

    /**
     * @param port to listen at, 0 for a free one; -1 for the usual one, or a free one where that is
     *     taken
     * @param atLast done when all is closed; the process does not end before
     */
    int run(Home home, int port, boolean browser, Runnable atLast) {
        Terminal terminal = common.terminal();
        Thread hook = new Thread(this::close, "shutdown");
        try (Server server = start(home, port)) {
            Runtime.getRuntime().addShutdownHook(hook);
            home.announce(server.port());
            terminal.say("Weekbench is at " + server.address());
            if (browser && !Browser.open(server.address())) {
                terminal.note(
                        new Text(
                                "No browser could be opened; open that address yourself.",
                                "无法打开浏览器，请自行打开该地址。"));
            }
            told.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            home.close();
            atLast.run();
            closed.countDown();
        }
        forget(hook);
        return Terminal.DONE;
    }

    private Server start(Home home, int port) {
        String version = common.world().version();
        if (port >= 0) {
            return Server.start(home.workbench(), version, port);
        }
        try {
            return Server.start(home.workbench(), version, USUAL_PORT);
        } catch (PortTakenException e) {
            return Server.start(home.workbench(), version, 0);
        }
    }

    /** On SIGTERM and SIGINT: the process ends when this returns, and not before all is closed. */
    private void close() {
        told.countDown();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // it is what runs just now
        }
    }
}
