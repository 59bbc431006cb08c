package io.weekbench.host.workbench;

import io.weekbench.api.Registration;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody registered, all of it closed at once; what comes after that is closed as it comes.
 * For any number of threads.
 */
final class Registrations implements AutoCloseable {
    private final List<Registration> open = new ArrayList<>();
    private boolean closed;

    Registration keep(Registration registration) {
        if (!kept(registration)) {
            registration.close();
        }
        return registration;
    }

    private synchronized boolean kept(Registration registration) {
        return !closed && open.add(registration);
    }

    @Override
    public void close() {
        taken().forEach(Registration::close);
    }

    private synchronized List<Registration> taken() {
        closed = true;
        List<Registration> taken = List.copyOf(open);
        open.clear();
        return taken;
    }
}
