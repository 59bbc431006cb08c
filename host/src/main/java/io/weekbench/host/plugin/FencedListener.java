package io.weekbench.host.plugin;

import io.weekbench.api.Commit;
import io.weekbench.api.Listener;
import io.weekbench.api.Workbench;
import java.util.Set;

/** A plugin's listener behind its fence; asked for its name and tables once. */
final class FencedListener implements Listener {
    private final Listener code;
    private final Permit permit;
    private final String name;
    private final Set<String> tables;

    FencedListener(Listener code, Permit permit) {
        this.code = code;
        this.permit = permit;
        this.name = code.name();
        this.tables = Set.copyOf(code.tables());
        tables.forEach(permit::read);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> tables() {
        return tables;
    }

    @Override
    public void committed(Commit commit, Workbench workbench) {
        PermittedWorkbench permitted = new PermittedWorkbench(workbench, permit);
        permit.guard()
                .run(
                        "listener " + name,
                        () -> code.committed(permitted.readable(commit), permitted));
    }
}
