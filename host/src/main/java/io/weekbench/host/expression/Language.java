package io.weekbench.host.expression;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All operators and functions there are: for the checker, for the planner and for hints. */
final class Language {
    static final String AND = "_&&_";
    static final String OR = "_||_";
    static final String CHOOSE = "_?_:_";
    static final String IN = "@in";
    static final String HAS_VALUE = "has_value";
    static final String MATCHES = "matches";

    private static final List<Operation> OPERATIONS = collect();
    private static final Map<String, Operation> BY_ID =
            OPERATIONS.stream().collect(Collectors.toMap(Operation::id, operation -> operation));

    private static final Map<String, CelFunctionDecl> DECLARATIONS = declare();

    private Language() {}

    private static List<Operation> collect() {
        List<Operation> operations = new ArrayList<>();
        Comparisons.addTo(operations);
        Arithmetic.addTo(operations);
        Texts.addTo(operations);
        Dates.addTo(operations);
        return List.copyOf(operations);
    }

    /** By the id its declaration has. */
    static Operation operation(String id) {
        Operation operation = BY_ID.get(id);
        if (operation == null) {
            throw new IllegalStateException("No operation " + id);
        }
        return operation;
    }

    /** Whether it is one of those the planner makes a node of its own for. */
    static boolean isForm(String name) {
        return Set.of(AND, OR, CHOOSE, IN, HAS_VALUE, MATCHES).contains(name);
    }

    static List<Operation> named(String name) {
        return OPERATIONS.stream().filter(operation -> operation.name().equals(name)).toList();
    }

    /** What a person may write as a function. */
    static Set<String> functionNames() {
        Set<String> names = new TreeSet<>(Set.of(HAS_VALUE, MATCHES));
        OPERATIONS.stream()
                .map(Operation::name)
                .filter(name -> Character.isLetter(name.charAt(0)))
                .forEach(names::add);
        return names;
    }

    /** For the checker. */
    static List<CelFunctionDecl> declarations(Set<String> names) {
        return names.stream().map(DECLARATIONS::get).toList();
    }

    private static Map<String, CelFunctionDecl> declare() {
        Map<String, List<CelOverloadDecl>> byName = new HashMap<>();
        for (Operation operation : OPERATIONS) {
            byName.computeIfAbsent(operation.name(), name -> new ArrayList<>())
                    .add(operation.declaration());
        }
        CelType bool = SimpleType.BOOL;
        CelType any = TypeParamType.create("A");
        addForm(byName, AND, bool, bool, bool);
        addForm(byName, OR, bool, bool, bool);
        addForm(byName, CHOOSE, any, bool, any, any);
        addForm(byName, IN, bool, any, ListType.create(any));
        addForm(byName, HAS_VALUE, bool, any);
        byName.put(
                MATCHES,
                List.of(
                        CelOverloadDecl.newMemberOverload(
                                MATCHES, bool, SimpleType.STRING, SimpleType.STRING)));
        Map<String, CelFunctionDecl> declarations = new HashMap<>();
        byName.forEach(
                (name, overloads) ->
                        declarations.put(
                                name, CelFunctionDecl.newFunctionDeclaration(name, overloads)));
        return Map.copyOf(declarations);
    }

    /** What the planner makes a node of its own for. */
    private static void addForm(
            Map<String, List<CelOverloadDecl>> byName,
            String name,
            CelType result,
            CelType... arguments) {
        byName.computeIfAbsent(name, any -> new ArrayList<>())
                .add(CelOverloadDecl.newGlobalOverload(name, result, arguments));
    }
}
