package io.weekbench.api;

import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One of each thing that a package can promise, and what it does not. */
public final class Sample {
    private Sample() {}

    /** A closed set. */
    public sealed interface Animal {
        String name();

        default String noise() {
            return name() + "!";
        }

        /** Accessors, the constructor and equals go without saying. */
        record Cat(String name, @Nullable String owner) implements Animal {
            @Override
            public String toString() {
                return name;
            }
        }
    }

    /** Type parameters, nulls, a promise to subclasses. */
    public static class Box<T extends Comparable<? super T>> {
        public static final int LIMIT = 1;

        final T[] content;

        protected Box(T[] content) {
            this.content = content;
        }

        @SafeVarargs
        static <S extends Comparable<S>> Box<S> hidden(S... content) {
            return new Box<>(content);
        }

        public static <S extends Comparable<S>> Box<S> of(S content) {
            return hidden(content);
        }

        public @Nullable T each(Supplier<? extends T> next, Map<String, @Nullable Object> notes)
                throws IOException {
            return notes.isEmpty() ? null : next.get();
        }
    }

    /** A set of names. */
    public enum Mood {
        CALM
    }

    static final class Hidden {
        public void work() {}
    }
}
