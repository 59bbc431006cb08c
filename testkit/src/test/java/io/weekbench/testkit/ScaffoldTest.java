package io.weekbench.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weekbench.api.ItemRef;
import io.weekbench.api.Outcome;
import io.weekbench.api.Problem;
import io.weekbench.api.Request;
import io.weekbench.api.Tracker;
import io.weekbench.host.plugin.Scaffold;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code plugin new --java} writes: all of it compiles, and its rule does what it says. */
class ScaffoldTest {
    @TempDir Path folder;

    @BeforeEach
    void write() throws IOException {
        Scaffold.of("sales-calls", "0.1.0").write(folder, true);
    }

    private Path compiled() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        // The host's jar names neighbours that only a distribution has: no fault of the scaffold.
        List<String> lint = List.of("-proc:none", "-Xlint:all,-path", "-Werror");
        List<String> arguments = new ArrayList<>(lint);
        arguments.addAll(List.of("-d", classes.toString()));
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
        try (Stream<Path> files = Files.walk(folder.resolve("src"))) {
            files.map(Path::toString)
                    .filter(name -> name.endsWith(".java"))
                    .forEach(arguments::add);
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, said, said, arguments.toArray(String[]::new));
        assertEquals(0, code, () -> said.toString(StandardCharsets.UTF_8));
        return classes;
    }

    @Test
    void compilesWithItsTestAndKeepsWhatIsDoneDone() throws Exception {
        URL[] classes = {compiled().toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
            Tracker tracker =
                    (Tracker)
                            loader.loadClass("salescalls.SalesCallsTracker")
                                    .getDeclaredConstructor()
                                    .newInstance();
            try (TestWorkbench bench = TestWorkbench.withSample(folder, tracker)) {
                ItemRef first = new ItemRef("sales-calls.entry", "first");
                Request again = new Request.Update(first, Request.ANY, Map.of("state", "open"));
                List<Problem> problems = ((Outcome.Refused) bench.submit(again)).problems();
                assertEquals("done-stays-done", problems.get(0).code());
            }
        }
    }

    @Test
    void hasAPomThatIsWellFormed() throws Exception {
        String root =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(folder.resolve("pom.xml").toFile())
                        .getDocumentElement()
                        .getTagName();
        assertEquals("project", root);
    }
}
