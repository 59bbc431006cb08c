package io.weekbench.host.cli;

import io.weekbench.host.plugin.Distribution;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;

/**
 * What surrounds a command; a test makes its own.
 *
 * @param environment variables of the process
 * @param userHome the user's folder
 * @param distribution the folder Weekbench is installed in
 * @param version of the product
 * @param clock the machine's
 */
public record World(
        Map<String, String> environment,
        Path userHome,
        Path distribution,
        String version,
        Clock clock,
        PrintStream out,
        PrintStream err) {

    public World {
        environment = Map.copyOf(environment);
    }

    String variable(String name) {
        return Objects.requireNonNullElse(environment.get(name), "");
    }

    /** Whether a person looks at what goes to the side; the start script knows. */
    boolean isTerminal() {
        return !variable("WEEKBENCH_TERMINAL").isEmpty();
    }

    Distribution brought() {
        return Distribution.at(distribution);
    }
}
