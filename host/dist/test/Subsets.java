import io.weekbench.host.home.Home;
import io.weekbench.host.plugin.Answer;
import io.weekbench.host.plugin.Distribution;
import io.weekbench.host.plugin.Installed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Claims about the assembled catalogue: every subset of it can be installed into a home and runs there, also when the
 * home is opened again, and nothing else does. Run with the folder's lib/ as class path: Subsets.java ../target/weekbench
 */
final class Subsets {
    private Subsets() {}

    public static void main(String[] args) throws IOException {
        Distribution distribution = Distribution.at(Path.of(args[0]));
        List<String> offered = offered(distribution.catalog());
        List<String> wrong = new ArrayList<>();
        for (int bits = 0; bits < 1 << offered.size(); bits++) {
            List<String> wanted = new ArrayList<>();
            for (int i = 0; i < offered.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    wanted.add(offered.get(i));
                }
            }
            tryOut(wanted, distribution, wrong);
        }
        wrong.forEach(line -> System.err.println("Subsets: " + line));
        System.exit(wrong.isEmpty() && !offered.isEmpty() ? 0 : 1);
    }

    private static void tryOut(List<String> wanted, Distribution distribution, List<String> wrong)
            throws IOException {
        Path folder = Files.createTempDirectory("subset");
        try {
            try (Home home = Home.open(folder, distribution, Clock.systemUTC())) {
                for (String id : wanted) {
                    if (home.plugins().install(id) instanceof Answer.Refused no) {
                        wrong.add(wanted + ": " + no.problems());
                    }
                }
            }
            try (Home home = Home.open(folder, distribution, Clock.systemUTC())) {
                List<String> run =
                        home.plugins().installed().stream()
                                .filter(plugin -> plugin.state().equals("started") && plugin.problems().isEmpty())
                                .map(Installed::id)
                                .toList();
                if (!run.equals(wanted)) {
                    wrong.add("of " + wanted + " only " + run + " run");
                }
            }
        } finally {
            delete(folder);
        }
    }

    /** The zips' names without their versions. */
    private static List<String> offered(Path catalog) throws IOException {
        try (Stream<Path> files = Files.list(catalog)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".zip"))
                    .map(name -> name.replaceFirst("-\\d.*", ""))
                    .sorted()
                    .toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
