package io.weekbench.api;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A type as it is written in source, with {@code @Nullable} and without well-known packages. */
final class TypeText {
    private static final Set<String> WELL_KNOWN =
            Set.of(
                    "java.lang",
                    "java.math",
                    "java.time",
                    "java.util",
                    "java.util.function",
                    "io.weekbench.api");

    private TypeText() {}

    static String of(AnnotatedType type) {
        String nullable = type.isAnnotationPresent(Nullable.class) ? "@Nullable " : "";
        if (type instanceof AnnotatedArrayType array) {
            String mark = nullable.isEmpty() ? "" : " " + nullable.strip() + " ";
            return of(array.getAnnotatedGenericComponentType()) + mark + "[]";
        }
        if (type instanceof AnnotatedParameterizedType generic) {
            Type raw = ((ParameterizedType) generic.getType()).getRawType();
            return nullable
                    + name((Class<?>) raw)
                    + list(generic.getAnnotatedActualTypeArguments());
        }
        if (type instanceof AnnotatedWildcardType wildcard) {
            return wildcard(wildcard);
        }
        if (type instanceof AnnotatedTypeVariable variable) {
            return nullable + variable.getType().getTypeName();
        }
        return nullable + name((Class<?>) type.getType());
    }

    private static String wildcard(AnnotatedWildcardType type) {
        AnnotatedType[] lower = type.getAnnotatedLowerBounds();
        if (lower.length > 0) {
            return "? super " + of(lower[0]);
        }
        return "?" + bounds(type.getAnnotatedUpperBounds());
    }

    /** {@code <T extends Comparable<T>>}, or nothing when there are none. */
    static String variables(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Stream.of(variables)
                        .map(v -> v.getName() + bounds(v.getAnnotatedBounds()))
                        .collect(Collectors.joining(", ", "<", ">"));
    }

    private static String bounds(AnnotatedType[] bounds) {
        String text = Arrays.stream(bounds).map(TypeText::of).collect(Collectors.joining(" & "));
        return text.isEmpty() || text.equals("Object") ? "" : " extends " + text;
    }

    private static String list(AnnotatedType[] types) {
        return Stream.of(types).map(TypeText::of).collect(Collectors.joining(", ", "<", ">"));
    }

    static String name(Class<?> type) {
        String name = type.getCanonicalName();
        String known = type.getPackageName();
        return !type.isPrimitive() && WELL_KNOWN.contains(known)
                ? name.substring(known.length() + 1)
                : name;
    }
}
