package io.weekbench.host;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Each package of the host uses only those that a request reaches after it. */
final class RoadRule {
    /** From the bottom of the road upwards; a new package needs its place here. */
    private static final List<String> ROAD =
            List.of(
                    "store",
                    "tracker",
                    "json",
                    "expression",
                    "workbench",
                    "search",
                    "transfer",
                    "document",
                    "week",
                    "report",
                    "fetch",
                    "plugin",
                    "home",
                    "http",
                    "cli");

    private final String host;

    private RoadRule(String root) {
        this.host = root + ".host.";
    }

    static ArchRule below(String root) {
        RoadRule rule = new RoadRule(root);
        return classes()
                .that()
                .resideInAPackage(rule.host + ".")
                .should(
                        new EachDependency(
                                "use only packages before their own of " + ROAD,
                                use ->
                                        rule.place(use.getTargetClass())
                                                <= rule.place(use.getOriginClass())))
                .because(
                        "a request passes these packages once and in this order; hand the later"
                                + " one in as a value, or as an interface that the earlier declares");
    }

    /** What is outside the host comes before the road; Main, which wires it, comes after. */
    private int place(JavaClass type) {
        String name = type.getPackageName() + ".";
        if (!name.startsWith(host)) {
            return -1;
        }
        if (name.equals(host)) {
            return type.getSimpleName().equals("Main") ? ROAD.size() : -1;
        }
        String word = name.substring(host.length(), name.indexOf('.', host.length()));
        int place = ROAD.indexOf(word);
        if (place < 0) {
            throw new IllegalStateException("give the package " + word + " its place in RoadRule");
        }
        return place;
    }
}
