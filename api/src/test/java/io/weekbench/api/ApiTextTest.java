package io.weekbench.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The API is what api.txt says, so that a changed promise is a changed line to talk about. */
final class ApiTextTest {
    private static final Path PROMISED = Path.of("api.txt");

    @Test
    void theApiIsWhatWasPromised() throws IOException {
        List<String> found = ApiText.ofPackage(Workbench.class);
        if ("update".equals(System.getProperty("golden"))) {
            Files.write(PROMISED, found);
        }
        List<String> promised = Files.readAllLines(PROMISED);
        if (!promised.equals(found)) {
            fail(
                    "The API is no longer what api/api.txt promises:\n"
                            + String.join("\n", difference(promised, found))
                            + "\nTo promise the new lines: mvn -pl api test -Dgolden=update");
        }
    }

    private static List<String> difference(List<String> before, List<String> after) {
        Stream<String> gone = before.stream().filter(l -> !after.contains(l)).map(l -> "- " + l);
        Stream<String> come = after.stream().filter(l -> !before.contains(l)).map(l -> "+ " + l);
        return Stream.concat(gone, come)
                .sorted(Comparator.comparing((String line) -> line.substring(2)))
                .toList();
    }

    @Test
    void eachKindOfSignatureHasItsLine() {
        assertEquals(
                List.of(
                        "Sample final class",
                        "Sample.Animal sealed interface permits Sample.Animal.Cat",
                        "Sample.Animal.Cat record(String name, @Nullable String owner)"
                                + " implements Sample.Animal",
                        "Sample.Animal.name() abstract: String",
                        "Sample.Animal.noise() default: String",
                        "Sample.Box class <T extends Comparable<? super T>>",
                        "Sample.Box.LIMIT static: int",
                        "Sample.Box.each(Supplier<? extends T>, Map<String, @Nullable Object>)"
                                + " throws java.io.IOException: @Nullable T",
                        "Sample.Box.new(T[]) protected",
                        "Sample.Box.of<S extends Comparable<S>>(S) static: Sample.Box<S>",
                        "Sample.Mood enum",
                        "Sample.Mood.CALM: constant"),
                ApiText.lines(
                        List.of(
                                Sample.class,
                                Sample.Animal.class,
                                Sample.Animal.Cat.class,
                                Sample.Box.class,
                                Sample.Mood.class,
                                Sample.Hidden.class)));
    }
}
