package io.weekbench.api;

/** Undoes a registration; made by the host, closed by a plugin. Closing twice does nothing more. */
public interface Registration extends AutoCloseable {

    @Override
    void close();
}
