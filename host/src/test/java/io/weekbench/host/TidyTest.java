package io.weekbench.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** House rules about the text of every module, which no class file shows. */
final class TidyTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final int LONGEST_FILE = 400;

    /** What a build makes, and what breaks the rules on purpose. */
    private static final Set<String> SKIPPED =
            Set.of(
                    "target",
                    "node_modules",
                    ".git",
                    "dist",
                    "test-results",
                    "broken",
                    "TidyTest.java");

    private static final List<Rule> RULES =
            List.of(
                    new Rule(
                            "nobody sleeps",
                            ".*\\.(java|ts)",
                            "\\.sleep\\(|waitForTimeout\\(",
                            "Thread.sleep(10);",
                            "Wait for the thing itself: a latch, a future, a locator."),
                    new Rule(
                            "no test is switched off",
                            ".*\\.(java|ts)",
                            "@Disabled\\b|\\b(test|it|describe)\\.(skip|only)\\(",
                            "@Disabled",
                            "Mend the test or delete it."),
                    new Rule(
                            "nothing is left for later",
                            ".*\\.(java|ts|css|sh)",
                            "\\b(TODO|FIXME)\\b",
                            "// TODO later",
                            "Do it, or leave it and open an issue."),
                    new Rule(
                            "no file names a registry",
                            "package-lock\\.json|\\.npmrc",
                            "\"resolved\"|https?://registry\\.",
                            "\"resolved\": \"https://example.org/lit.tgz\"",
                            "Set omit-lockfile-registry-resolved=true and lock again."));

    @TestFactory
    Stream<DynamicTest> theTreeKeeps() throws IOException {
        List<Path> files = files();
        return RULES.stream()
                .map(
                        rule ->
                                dynamicTest(
                                        rule.name,
                                        () ->
                                                assertEquals(
                                                        List.of(),
                                                        rule.brokenIn(files),
                                                        rule.instead)));
    }

    @TestFactory
    Stream<DynamicTest> eachRuleCatchesALine() {
        return RULES.stream()
                .map(r -> dynamicTest(r.name, () -> assertTrue(r.breaks(r.sample), r.sample)));
    }

    @Test
    void aSourceFileIsOneThing() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : files()) {
            if (file.toString().matches(".*/src/.*\\.(java|ts)")) {
                int lines = Files.readAllLines(file).size();
                if (lines > LONGEST_FILE) {
                    tooLong.add(ROOT.relativize(file) + " has " + lines + " lines");
                }
            }
        }
        assertEquals(List.of(), tooLong, "Split what is longer than " + LONGEST_FILE + " lines.");
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(
                ROOT,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes a) {
                        return SKIPPED.contains(folder.getFileName().toString())
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes a) {
                        if (!SKIPPED.contains(file.getFileName().toString())) {
                            files.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return files;
    }

    private record Rule(String name, String files, String line, String sample, String instead) {
        boolean breaks(String text) {
            return Pattern.compile(line).matcher(text).find();
        }

        List<String> brokenIn(List<Path> all) throws IOException {
            List<String> broken = new ArrayList<>();
            for (Path file : all) {
                if (file.getFileName().toString().matches(files)) {
                    List<String> lines = Files.readAllLines(file);
                    IntStream.range(0, lines.size())
                            .filter(i -> breaks(lines.get(i)))
                            .mapToObj(i -> ROOT.relativize(file) + ":" + (i + 1))
                            .forEach(broken::add);
                }
            }
            return broken;
        }
    }
}
