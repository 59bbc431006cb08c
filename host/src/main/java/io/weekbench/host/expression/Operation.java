package io.weekbench.host.expression;

import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import java.time.Clock;
import java.time.DateTimeException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An operator or a function for arguments of certain types.
 *
 * @param name as CEL has it: {@code _+_}, {@code days}
 * @param member whether it is written behind its first argument: {@code name.contains("x")}
 */
record Operation(
        String name, boolean member, Kind result, List<Kind> arguments, Work work, boolean pure) {

    /** What it does. A null result, an overflow or a date beyond the calendar is "not set". */
    interface Work {
        @Nullable Object apply(Object[] arguments);
    }

    /** What it does with the time. */
    interface TimedWork {
        @Nullable Object apply(Clock clock, Object[] arguments);
    }

    Operation {
        arguments = List.copyOf(arguments);
    }

    /** Unique, and what the checker's answer names it by. */
    String id() {
        return (member ? "." : "")
                + name
                + arguments.stream().map(Kind::name).collect(Collectors.joining(",", "(", ")"));
    }

    @Nullable Object apply(Object[] values, Clock clock) {
        try {
            return work instanceof Timed timed
                    ? timed.work().apply(clock, values)
                    : work.apply(values);
        } catch (ArithmeticException | DateTimeException e) {
            return null;
        }
    }

    CelOverloadDecl declaration() {
        List<CelType> types = arguments.stream().map(Kind::cel).toList();
        return member
                ? CelOverloadDecl.newMemberOverload(id(), result.cel(), types)
                : CelOverloadDecl.newGlobalOverload(id(), result.cel(), types);
    }

    /** Work that asks the clock, in the shape of work that does not. */
    record Timed(TimedWork work) implements Work {
        @Override
        public Object apply(Object[] arguments) {
            throw new IllegalStateException("Needs the clock");
        }
    }
}
