package io.weekbench.host.plugin;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.WeekbenchException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The fence around one plugin's code: every call into it passes here. What it throws is named by
 * the plugin and by what it was doing, is logged once, and is remembered for the plugin page until
 * the same thing goes well again.
 *
 * <p>Any thread may call.
 */
final class Guard {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    private final String plugin;
    private final Map<String, String> troubles = new ConcurrentSkipListMap<>();
    private volatile ClassLoader classes = ClassLoader.getPlatformClassLoader();
    private volatile boolean closed;

    Guard(String plugin) {
        this.plugin = plugin;
    }

    String plugin() {
        return plugin;
    }

    /** Its code finds its own classes where a library asks the thread for them. */
    void use(ClassLoader pluginClasses) {
        classes = pluginClasses;
    }

    /** What failed when it was done last, and how; the first of them, if there is any. */
    Optional<String> trouble() {
        return troubles.entrySet().stream()
                .findFirst()
                .map(trouble -> trouble.getKey() + ": " + trouble.getValue());
    }

    /**
     * @param doing what is called, for the person who reads of it: {@code importer matrix}
     * @throws WeekbenchException {@code PLUGIN_FAILED} with what it threw as its cause, or what the
     *     host threw into it
     */
    <T> T call(String doing, Callable<T> code) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(classes);
        try {
            T result = code.call();
            troubles.remove(doing);
            return result;
        } catch (Throwable e) { // the fence: whatever a plugin throws is about that plugin
            throw failed(doing, e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    void run(String doing, Runnable code) {
        call(
                doing,
                () -> {
                    code.run();
                    return true;
                });
    }

    private WeekbenchException failed(String doing, Throwable e) {
        if (troubles.put(doing, said(e)) == null) {
            LOG.warn("{} failed at: {}", plugin, doing, e);
        }
        return e instanceof WeekbenchException ours
                ? ours
                : new WeekbenchException(
                        ErrorCode.PLUGIN_FAILED,
                        plugin + " failed at: " + doing + ": " + said(e),
                        e);
    }

    static String said(Throwable e) {
        String message = e.getMessage();
        String name = e.getClass().getSimpleName();
        return message == null || message.isBlank() ? name : name + ": " + message;
    }

    /**
     * The same on a thread that can be given up.
     *
     * @throws TooLongException where it ran over the limit
     */
    <T> T call(String doing, Duration limit, Callable<T> code) {
        FutureTask<T> task = new FutureTask<>(() -> call(doing, code));
        Thread thread = new Thread(task, plugin + ": " + doing);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof WeekbenchException ours
                    ? ours
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + plugin, e);
        } catch (TimeoutException e) {
            thread.interrupt();
            throw new TooLongException(doing + " took longer than " + limit.toMillis() + " ms");
        }
    }

    /** From now on nothing of it reaches the workbench any more, whoever still holds a facade. */
    void close() {
        closed = true;
    }

    void expectOpen() {
        if (closed) {
            throw new WeekbenchException(
                    ErrorCode.CLOSED, plugin + " was stopped and goes on all the same");
        }
    }
}
