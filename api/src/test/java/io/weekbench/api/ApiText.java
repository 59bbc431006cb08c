package io.weekbench.api;

import static java.lang.reflect.Modifier.isAbstract;
import static java.lang.reflect.Modifier.isFinal;
import static java.lang.reflect.Modifier.isProtected;
import static java.lang.reflect.Modifier.isPublic;
import static java.lang.reflect.Modifier.isStatic;

import java.io.IOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a package promises: each public or protected signature on a line of its own that begins with
 * its type, sorted. What every record, enum and object has is left out, as the line of the type
 * says it: accessors, the canonical constructor, {@code values}, {@code equals} and so on.
 */
final class ApiText {
    private static final Set<String> EVERY_OBJECT_HAS = Set.of("equals", "hashCode", "toString");

    private ApiText() {}

    static List<String> ofPackage(Class<?> member) throws IOException {
        return lines(classesBeside(member));
    }

    static List<String> lines(List<Class<?>> types) {
        return types.stream().filter(ApiText::isVisible).flatMap(ApiText::lines).sorted().toList();
    }

    private static List<Class<?>> classesBeside(Class<?> member) throws IOException {
        Path folder = folderOf(member);
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("-info"))
                    .map(name -> member.getPackageName() + "." + name.replace(".class", ""))
                    .<Class<?>>map(ApiText::load)
                    .toList();
        }
    }

    private static Path folderOf(Class<?> member) {
        try {
            Path root = Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
            return root.resolve(member.getPackageName().replace('.', '/'));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("no folder of classes holds " + member, e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ApiText.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name + " was listed and cannot be loaded", e);
        }
    }

    private static boolean isVisible(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        return type.getCanonicalName() != null
                && isPromised(type.getModifiers())
                && (outer == null || isVisible(outer));
    }

    private static boolean isPromised(int modifiers) {
        return isPublic(modifiers) || isProtected(modifiers);
    }

    private static Stream<String> lines(Class<?> type) {
        List<String> lines = new ArrayList<>();
        lines.add(header(type));
        for (Field field : type.getDeclaredFields()) {
            if (isPromised(field)) {
                lines.add(field(field));
            }
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (isPromised(constructor) && !isCanonical(constructor)) {
                lines.add(executable(constructor, "new"));
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (isPromised(method) && !isImplied(method)) {
                lines.add(
                        executable(method, method.getName())
                                + ": "
                                + TypeText.of(method.getAnnotatedReturnType()));
            }
        }
        return lines.stream();
    }

    private static boolean isPromised(Member member) {
        return isPromised(member.getModifiers()) && !member.isSynthetic();
    }

    private static boolean isCanonical(Constructor<?> constructor) {
        Class<?> type = constructor.getDeclaringClass();
        return type.isRecord()
                && Arrays.equals(
                        constructor.getParameterTypes(),
                        Stream.of(type.getRecordComponents())
                                .map(RecordComponent::getType)
                                .toArray(Class<?>[]::new));
    }

    private static boolean isImplied(Method method) {
        Class<?> type = method.getDeclaringClass();
        boolean accessor =
                type.isRecord()
                        && Stream.of(type.getRecordComponents())
                                .anyMatch(component -> component.getAccessor().equals(method));
        boolean ofEnum = type.isEnum() && Set.of("values", "valueOf").contains(method.getName());
        return accessor || ofEnum || EVERY_OBJECT_HAS.contains(method.getName());
    }

    private static String header(Class<?> type) {
        StringJoiner text = new StringJoiner(" ");
        text.add(TypeText.name(type)).add(kind(type));
        if (type.getTypeParameters().length > 0) {
            text.add(TypeText.variables(type.getTypeParameters()));
        }
        if (type.getSuperclass() != null && !isImpliedParent(type.getSuperclass())) {
            text.add("extends " + TypeText.of(type.getAnnotatedSuperclass()));
        }
        add(text, type.isInterface() ? "extends" : "implements", type.getAnnotatedInterfaces());
        if (type.isSealed()) {
            text.add("permits").add(names(type.getPermittedSubclasses()));
        }
        return text.toString();
    }

    private static boolean isImpliedParent(Class<?> parent) {
        return parent == Object.class || parent == Record.class || parent == Enum.class;
    }

    private static String kind(Class<?> type) {
        if (type.isRecord()) {
            return "record" + components(type);
        }
        if (type.isEnum()) {
            return "enum";
        }
        if (type.isAnnotation()) {
            return "@interface";
        }
        String sealed = type.isSealed() ? "sealed " : "";
        if (type.isInterface()) {
            return sealed + "interface";
        }
        int modifiers = type.getModifiers();
        return sealed
                + (isAbstract(modifiers) ? "abstract " : "")
                + (isFinal(modifiers) ? "final " : "")
                + "class";
    }

    private static String components(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .map(part -> TypeText.of(part.getAnnotatedType()) + " " + part.getName())
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static void add(StringJoiner text, String word, AnnotatedType[] types) {
        if (types.length > 0) {
            text.add(word).add(join(types));
        }
    }

    private static String join(AnnotatedType[] types) {
        return Stream.of(types).map(TypeText::of).collect(Collectors.joining(", "));
    }

    private static String names(Class<?>[] types) {
        return Stream.of(types).map(TypeText::name).collect(Collectors.joining(", "));
    }

    private static String field(Field field) {
        String name = TypeText.name(field.getDeclaringClass()) + "." + field.getName();
        return field.isEnumConstant()
                ? name + ": constant"
                : name + modifiers(field) + ": " + TypeText.of(field.getAnnotatedType());
    }

    private static String executable(Executable executable, String name) {
        StringJoiner text = new StringJoiner(" ");
        text.add(
                TypeText.name(executable.getDeclaringClass())
                        + "."
                        + name
                        + TypeText.variables(executable.getTypeParameters())
                        + "("
                        + join(executable.getAnnotatedParameterTypes())
                        + ")"
                        + modifiers(executable));
        add(text, "throws", executable.getAnnotatedExceptionTypes());
        return text.toString();
    }

    /** Those a caller or an implementer can tell apart. */
    private static String modifiers(Member member) {
        int modifiers = member.getModifiers();
        StringJoiner text = new StringJoiner("");
        if (isProtected(modifiers)) {
            text.add(" protected");
        }
        if (isStatic(modifiers)) {
            text.add(" static");
        }
        if (isAbstract(modifiers)) {
            text.add(" abstract");
        }
        if (member instanceof Method method && method.isDefault()) {
            text.add(" default");
        }
        return text.toString();
    }
}
