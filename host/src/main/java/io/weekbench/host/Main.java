package io.weekbench.host;

import io.weekbench.host.cli.Cli;
import io.weekbench.host.cli.World;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;

/** Where the process begins. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        World world =
                new World(
                        System.getenv(),
                        Path.of(System.getProperty("user.home", ".")),
                        distribution(),
                        version(),
                        Clock.system(ZoneId.systemDefault()),
                        stream(FileDescriptor.out),
                        stream(FileDescriptor.err));
        int code = new Cli(world).run(arguments);
        world.out().flush();
        System.exit(code);
    }

    /** In UTF-8 whatever the machine thinks: half of what is said here is Chinese. */
    private static PrintStream stream(FileDescriptor file) {
        return new PrintStream(new FileOutputStream(file), true, StandardCharsets.UTF_8);
    }

    private static String version() {
        return Objects.requireNonNullElse(
                Main.class.getPackage().getImplementationVersion(), "dev");
    }

    /** As the start script says, or the folder above the one this jar lies in. */
    private static Path distribution() {
        String named = System.getProperty("weekbench.distribution");
        if (named != null) {
            return Path.of(named);
        }
        try {
            Path jar =
                    Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return jar.resolveSibling("..").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The class path has no place for Main", e);
        }
    }
}
