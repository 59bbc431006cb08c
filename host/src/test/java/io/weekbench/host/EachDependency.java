package io.weekbench.host;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Predicate;

/** Each use that a class makes of another is one that is allowed. */
final class EachDependency extends ArchCondition<JavaClass> {
    private final Predicate<Dependency> allowed;

    EachDependency(String description, Predicate<Dependency> allowed) {
        super(description);
        this.allowed = allowed;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (Dependency use : type.getDirectDependenciesFromSelf()) {
            if (!allowed.test(use)) {
                events.add(SimpleConditionEvent.violated(use, use.getDescription()));
            }
        }
    }
}
