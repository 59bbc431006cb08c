package io.weekbench.host;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * What holds for every class below a root package, each rule with what to use instead. The root is
 * a parameter so that the same rules can be tried on classes that break them.
 */
final class HouseRules {
    private static final Pattern DESCENDING =
            Pattern.compile("(floor|lower|last|descending|pollLast|findLower)([A-Z0-9]\\w*)?");

    private static final Set<Class<?>> SORTED =
            Set.of(
                    SortedMap.class,
                    NavigableMap.class,
                    ConcurrentNavigableMap.class,
                    SortedSet.class,
                    NavigableSet.class);

    private final String root;

    HouseRules(String root) {
        this.root = root;
    }

    Map<String, ArchRule> all() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("road", RoadRule.below(root));
        rules.put("libraries", LibraryRule.everywhere());
        rules.put("api", api());
        rules.put("descending", noDescendingRead());
        rules.put("clock", clockIsPassedIn());
        rules.put("sleep", noSleep());
        rules.put("logging", noJavaUtilLogging());
        rules.put("output", outputOnlyInTheCli());
        rules.put("names", noCatchAllNames());
        rules.put("nullmarked", nullMarked());
        rules.put("optional-fields", noOptionalFields());
        rules.put("optional-parameters", noOptionalParameters());
        return rules;
    }

    private ArchRule api() {
        return classes()
                .that()
                .resideInAPackage(root + ".api..")
                .should()
                .onlyDependOnClassesThat(
                        are(
                                resideInAnyPackage(
                                        root + ".api..",
                                        "java..",
                                        "org.slf4j..",
                                        "org.jspecify..")))
                .because(
                        "plugins bring their own of everything else; say it with java.* types or"
                                + " a small type of io.weekbench.api");
    }

    private ArchRule noDescendingRead() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".host.store..")
                .should()
                .accessTargetWhere(
                        describe(
                                "a sorted map is read downwards",
                                access ->
                                        DESCENDING.matcher(access.getTarget().getName()).matches()
                                                && readsDownward(access.getTarget())))
                .because(
                        "MapDB's descending reads are wrong beside a writer; store the inverted"
                                + " number and use ceilingEntry, or name a TreeMap's own type when it"
                                + " is no MapDB tree");
    }

    private static boolean readsDownward(AccessTarget target) {
        JavaClass owner = target.getOwner();
        return owner.getPackageName().startsWith("org.mapdb")
                || SORTED.stream().anyMatch(owner::isEquivalentTo);
    }

    private ArchRule clockIsPassedIn() {
        return noClasses()
                .that(areNot(root + ".host.Main", root + ".host.cli"))
                .should()
                .accessTargetWhere(
                        describe(
                                "the time is taken from the machine",
                                access -> readsMachineTime(access.getTarget())))
                .because("tests and --now fix the time; take a java.time.Clock and ask that one");
    }

    private static boolean readsMachineTime(AccessTarget target) {
        if (!(target instanceof AccessTarget.CodeUnitAccessTarget called)) {
            return false;
        }
        JavaClass owner = called.getOwner();
        boolean noArguments = called.getRawParameterTypes().isEmpty();
        return switch (called.getName()) {
            case "now" -> noArguments && owner.getPackageName().startsWith("java.time");
            case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
            case "systemUTC", "systemDefaultZone", "system" -> owner.isEquivalentTo(Clock.class);
            case "<init>" -> noArguments && owner.isEquivalentTo(Date.class);
            default -> false;
        };
    }

    private ArchRule noSleep() {
        return noClasses()
                .should()
                .accessTargetWhere(
                        describe(
                                "somebody sleeps",
                                access -> access.getTarget().getName().equals("sleep")))
                .because(
                        "a sleep is too long or too short; wait for the thing itself: a latch, a"
                                + " future, a queue with a timeout, a scheduled task");
    }

    private ArchRule noJavaUtilLogging() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .because("one log with one configuration: org.slf4j.Logger");
    }

    private ArchRule outputOnlyInTheCli() {
        return noClasses()
                .that(areNot(root + ".host.Main", root + ".host.cli"))
                .should()
                .accessTargetWhere(describe("something is printed", HouseRules::prints))
                .because(
                        "the output of a command is data for the next one; return a value, or log"
                                + " with org.slf4j.Logger at the fence");
    }

    private static boolean prints(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        return target.getName().equals("printStackTrace")
                || target.getOwner().isEquivalentTo(System.class)
                        && Set.of("out", "err").contains(target.getName());
    }

    private ArchRule noCatchAllNames() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?)(\\$.*)?")
                .because("such a name says nothing; name the thing it is or the work it does");
    }

    private ArchRule nullMarked() {
        return classes()
                .should(
                        new ArchCondition<JavaClass>("live in a @NullMarked package") {
                            @Override
                            public void check(JavaClass type, ConditionEvents events) {
                                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                                    events.add(
                                            SimpleConditionEvent.violated(
                                                    type,
                                                    type.getName()
                                                            + " lives in a package that is not"
                                                            + " @NullMarked"));
                                }
                            }
                        })
                .because("NullAway looks nowhere else; add a package-info.java that says so");
    }

    private ArchRule noOptionalFields() {
        return noFields()
                .should()
                .haveRawType(Optional.class)
                .because("Optional is only returned; write @Nullable");
    }

    private ArchRule noOptionalParameters() {
        return noCodeUnits()
                .that()
                .areDeclaredInClassesThat(describe("are written by hand", c -> !c.isRecord()))
                .should()
                .haveRawParameterTypes(
                        describe(
                                "with an Optional",
                                types -> types.stream().anyMatch(HouseRules::isOptional)))
                .because("Optional is only returned; write @Nullable");
    }

    private static boolean isOptional(JavaClass type) {
        return type.isEquivalentTo(Optional.class);
    }

    private static DescribedPredicate<JavaClass> areNot(String... names) {
        return describe(
                "are not in " + String.join(" or ", names),
                type -> Stream.of(names).noneMatch(name -> isWithin(name, type)));
    }

    private static boolean isWithin(String name, JavaClass type) {
        return type.getName().equals(name)
                || type.getName().startsWith(name + ".")
                || type.getName().startsWith(name + "$");
    }
}
