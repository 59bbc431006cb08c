package io.weekbench.host.http;

import io.javalin.Javalin;
import io.weekbench.host.home.Endpoint;
import io.weekbench.host.home.Home;
import java.net.URI;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The web server of one workbench, on this machine only. */
public final class Server implements AutoCloseable {
    /** Many browser tabs hold one thread only while they are served, not while they listen. */
    private static final int THREADS = 32;

    private static final int IDLE_MILLIS = 60_000;
    private static final int STOP_MILLIS = 2_000;

    /** Browsers keep connections open for the next request; when we stop there is none. */
    private static final int IDLE_AT_STOP_MILLIS = 50;

    private final Javalin javalin;
    private final EventStream events;
    private final String token;

    private Server(Javalin javalin, EventStream events, String token) {
        this.javalin = javalin;
        this.token = token;
        this.events = events;
    }

    /**
     * @param version of the product, shown by {@code /status}
     * @param port to listen at, or 0 for a free one
     * @throws PortTakenException where somebody else listens there
     */
    public static Server start(Home home, String version, int port) {
        EventStream events = new EventStream(home.workbench(), home.plugins());
        OpenApi openApi = new OpenApi(home.workbench(), version, Routes.all(home, events, version));
        Javalin javalin =
                Javalin.create(
                        config -> {
                            config.startup.showJavalinBanner = false;
                            config.startup.showOldJavalinVersionWarning = false;
                            config.startup.startupWatcherEnabled = false;
                            config.http.prefer405over404 = true;
                            config.jetty.host = "127.0.0.1";
                            config.jetty.threadPool = threads();
                            config.jetty.modifyServer(server -> server.setStopTimeout(STOP_MILLIS));
                            config.jetty.modifyServer(
                                    server -> server.setErrorHandler(new Malformed()));
                            config.resourceHandler(new WebFiles());
                            ErrorReplies.install(config);
                            config.routes.before(Guard::check);
                            config.routes.before(new Entrance(home.token())::check);
                            openApi.routes().forEach(route -> route.install(config.routes));
                        });
        try {
            javalin.start(port);
        } catch (RuntimeException e) {
            events.close();
            throw PortTakenException.orElse(e, port);
        }
        for (Connector connector : javalin.jettyServer().server().getConnectors()) {
            if (connector instanceof AbstractConnector ours) {
                ours.setShutdownIdleTimeout(IDLE_AT_STOP_MILLIS);
            }
        }
        return new Server(javalin, events, home.token());
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 2, IDLE_MILLIS);
        threads.setName("http");
        threads.setDaemon(true);
        return threads;
    }

    public int port() {
        return javalin.port();
    }

    /** With the token of this launch. */
    public URI address() {
        return Endpoint.address(port(), token);
    }

    /** Lets go of every listener, finishes what is being answered, and stops. */
    @Override
    public void close() {
        events.close();
        javalin.stop();
    }
}
