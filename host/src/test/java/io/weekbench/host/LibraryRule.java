package io.weekbench.host;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Each library has one package that uses it, so that leaving the library changes one package. */
final class LibraryRule {
    private static final String NOBODY = "nobody";

    private static final List<Library> LIBRARIES =
            List.of(
                    new Library("org.mapdb", "store", "Store and StoreView"),
                    new Library("com.fasterxml.jackson.dataformat", "store", "host.json"),
                    new Library("dev.cel", "expression", "what host.expression compiles"),
                    new Library("com.google.protobuf", "expression", "plain Java values"),
                    new Library(
                            "com.google.re2j", "expression", "java.util.regex on bounded input"),
                    new Library("org.apache.lucene", "search", "a Query asked of the Workbench"),
                    new Library("de.siegmar.fastcsv", "transfer", "what host.transfer reads"),
                    new Library("org.dhatim", "transfer", "what host.transfer reads and writes"),
                    new Library("org.commonmark", "transfer", "what host.transfer reads"),
                    new Library("org.jsoup", "transfer", "what host.transfer reads"),
                    new Library("org.pf4j", "plugin", "what host.plugin has loaded"),
                    new Library("io.javalin", "http", "a handler in host.http"),
                    new Library("org.eclipse.jetty", "http", "a handler in host.http"),
                    new Library("kotlin", "http", "java.util.function"),
                    new Library("picocli", "cli", "a command in host.cli"),
                    new Library("com.google.common", NOBODY, "java.util"),
                    new Library("org.eclipse.collections", NOBODY, "java.util"));

    private LibraryRule() {}

    static ArchRule everywhere() {
        return classes()
                .should(
                        new EachDependency(
                                "use a library only in the package that owns it",
                                use -> LIBRARIES.stream().noneMatch(l -> l.forbids(use))))
                .because(
                        "a library is left by changing one package; use "
                                + String.join(
                                        ", ", LIBRARIES.stream().map(Library::advice).toList()));
    }

    private record Library(String prefix, String owner, String instead) {
        boolean forbids(Dependency use) {
            return (use.getTargetClass().getPackageName() + ".").startsWith(prefix + ".")
                    && !mayUse(use.getOriginClass().getPackageName());
        }

        /** Main wires what the packages offer and so sees their command line. */
        private boolean mayUse(String origin) {
            return (origin + ".").contains(".host." + owner + ".")
                    || prefix.equals("picocli") && origin.endsWith(".host");
        }

        String advice() {
            return instead + " instead of " + prefix;
        }
    }
}
