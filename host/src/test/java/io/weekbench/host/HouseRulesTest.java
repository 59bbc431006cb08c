package io.weekbench.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import broken.Breaks;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The house rules hold for the host and the API, and each of them catches a class that breaks it.
 */
final class HouseRulesTest {
    @TestFactory
    Stream<DynamicTest> theCodeKeeps() {
        JavaClasses code =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.weekbench");
        return perRule("io.weekbench", (name, rule) -> rule.allowEmptyShould(true).check(code));
    }

    @TestFactory
    Stream<DynamicTest> eachRuleCatchesWhatBreaksIt() {
        JavaClasses broken = new ClassFileImporter().importPackages("broken");
        return perRule(
                "broken",
                (name, rule) -> assertEquals(marked(name, broken), caught(rule, broken), name));
    }

    private static Stream<DynamicTest> perRule(String root, BiConsumer<String, ArchRule> test) {
        return new HouseRules(root)
                .all().entrySet().stream()
                        .map(
                                r ->
                                        dynamicTest(
                                                r.getKey(),
                                                () -> test.accept(r.getKey(), r.getValue())));
    }

    private static Set<String> marked(String rule, JavaClasses broken) {
        Set<String> names =
                broken.stream()
                        .filter(type -> type.isAnnotatedWith(Breaks.class))
                        .filter(type -> breaks(type).contains(rule))
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toCollection(TreeSet::new));
        if (names.isEmpty()) {
            throw new IllegalStateException("no class in `broken` breaks the rule " + rule);
        }
        return names;
    }

    private static List<String> breaks(JavaClass type) {
        return List.of(type.getAnnotationOfType(Breaks.class).value());
    }

    private static Set<String> caught(ArchRule rule, JavaClasses broken) {
        List<String> details = rule.evaluate(broken).getFailureReport().getDetails();
        return broken.stream()
                .filter(type -> details.stream().anyMatch(d -> startsWithin(type, d)))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A detail names first where the trouble stands: "Class <x> …", "Method <x.y()> …", "x …". */
    private static boolean startsWithin(JavaClass type, String detail) {
        return detail.matches("(\\w+ <)?\\Q" + type.getName() + "\\E[^\\w$](?s:.*)");
    }
}
