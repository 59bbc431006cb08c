package io.weekbench.host.plugin;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.WeekbenchException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
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
        try {
            T result = among(code);
            troubles.remove(doing);
            return result;
        } catch (Throwable e) { // the fence: whatever a plugin throws is about that plugin
            throw failed(doing, e);
        }
    }

    /** Among its own classes, where a library asks the thread for them. */
    private <T> T among(Callable<T> code) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(classes);
        try {
            return code.call();
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
        return call(doing, new Patience(limit), code);
    }

    /**
     * The same, where the code gives signs of life.
     *
     * @throws TooLongException where none came in time
     */
    <T> T call(String doing, Patience patience, Callable<T> code) {
        FutureTask<T> task = new FutureTask<>(() -> among(code));
        Thread thread = new Thread(task, plugin + ": " + doing);
        thread.setDaemon(true);
        thread.start();
        try {
            T result = await(task, patience);
            troubles.remove(doing);
            return result;
        } catch (ExecutionException e) { // the fence; what is given up is heard of no more
            throw failed(doing, Objects.requireNonNull(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + plugin, e);
        } catch (TimeoutException e) {
            thread.interrupt();
            throw new TooLongException(
                    doing + " took longer than " + patience.limitMillis() + " ms");
        }
    }

    private static <T> T await(FutureTask<T> task, Patience patience)
            throws ExecutionException, InterruptedException, TimeoutException {
        while (true) {
            try {
                return task.get(Math.max(0, patience.leftNanos()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (patience.leftNanos() <= 0) {
                    throw e;
                }
            }
        }
    }

    /** Names what was given up, for the plugin page and for who waited for it. */
    WeekbenchException gaveUp(String doing, TooLongException late) {
        String said = String.valueOf(late.getMessage());
        if (troubles.put(doing, said) == null) {
            LOG.warn("{} was stopped at: {}", plugin, said);
        }
        return new WeekbenchException(
                ErrorCode.PLUGIN_FAILED, plugin + " was stopped: " + said + ".", late);
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
