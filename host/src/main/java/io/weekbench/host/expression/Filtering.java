package io.weekbench.host.expression;

import io.weekbench.api.Money;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes a condition apart. A condition is true, false or not known, and "not true" is not "false":
 * so for each part it is said where it is true, and for a part that is negated where it is false.
 */
final class Filtering {
    private static final Filter EVERYWHERE = new Filter.All(List.of());
    private static final Filter NOWHERE = new Filter.Any(List.of());

    /** Each comparison with its sides exchanged. */
    private static final Map<String, String> MIRRORED =
            Map.of(
                    "_==_", "_==_", "_!=_", "_!=_", "_<_", "_>_", "_>_", "_<_", "_<=_", "_>=_",
                    "_>=_", "_<=_");

    /** Each comparison as what it is where it is false. */
    private static final Map<String, String> DENIED =
            Map.of(
                    "_==_", "_!=_", "_!=_", "_==_", "_<_", "_>=_", "_>=_", "_<_", "_>_", "_<=_",
                    "_<=_", "_>_");

    private final ZoneId zone;

    Filtering(ZoneId zone) {
        this.zone = zone;
    }

    Filter whereTrue(Node node) {
        return where(node, true);
    }

    /** Where the node is this, true or false. */
    private Filter where(Node node, boolean wanted) {
        if (node instanceof Node.Constant constant) {
            return constant.value().equals(wanted) ? EVERYWHERE : NOWHERE;
        } else if (node instanceof Node.And and) {
            List<Filter> parts = List.of(where(and.left(), wanted), where(and.right(), wanted));
            return wanted ? all(parts) : any(parts);
        } else if (node instanceof Node.Or or) {
            List<Filter> parts = List.of(where(or.left(), wanted), where(or.right(), wanted));
            return wanted ? any(parts) : all(parts);
        } else if (node instanceof Node.Choose choose) {
            return any(
                    List.of(
                            all(List.of(where(choose.test(), true), where(choose.then(), wanted))),
                            all(
                                    List.of(
                                            where(choose.test(), false),
                                            where(choose.otherwise(), wanted)))));
        } else if (isNot(node)) {
            return where(((Node.Call) node).arguments().get(0), !wanted);
        }
        Filter known = simple(node, wanted);
        return known == null ? ofOneField(node, wanted) : known;
    }

    private static boolean isNot(Node node) {
        return node instanceof Node.Call call && call.operation().name().equals("!_");
    }

    private static @Nullable Filter simple(Node node, boolean wanted) {
        if (node instanceof Node.HasValue has && has.node() instanceof Node.Field field) {
            return new Filter.Known(field.id(), wanted);
        } else if (node instanceof Node.In in) {
            return in(in, wanted);
        } else if (node instanceof Node.Call call && call.arguments().size() == 2) {
            return comparison(call, wanted);
        }
        return null;
    }

    private static @Nullable Filter in(Node.In in, boolean wanted) {
        if (in.value() instanceof Node.Constant element
                && element.value() instanceof String text
                && in.list() instanceof Node.Field list) {
            return new Filter.Has(list.id(), text, wanted);
        }
        return null;
    }

    private static @Nullable Filter comparison(Node.Call call, boolean wanted) {
        String name = call.operation().name();
        Node left = call.arguments().get(0);
        Node right = call.arguments().get(1);
        if (!DENIED.containsKey(name)) {
            return null;
        } else if (left instanceof Node.Field field && right instanceof Node.Constant constant) {
            return compare(field, wanted ? name : denied(name), constant.value());
        } else if (left instanceof Node.Constant constant && right instanceof Node.Field field) {
            String mirrored = MIRRORED.getOrDefault(name, name);
            return compare(field, wanted ? mirrored : denied(mirrored), constant.value());
        }
        return null;
    }

    private static String denied(String name) {
        return DENIED.getOrDefault(name, name);
    }

    private static @Nullable Filter compare(Node.Field field, String operator, Object written) {
        Object bound = ofKind(field.kind(), written);
        if (bound == null) {
            return null;
        }
        String id = field.id();
        return switch (operator) {
            case "_==_" -> new Filter.Between(id, bound, bound, true);
            case "_!=_" ->
                    any(
                            List.of(
                                    new Filter.Between(id, null, bound, false),
                                    new Filter.Between(id, bound, null, false)));
            case "_<_" -> new Filter.Between(id, null, bound, false);
            case "_<=_" -> new Filter.Between(id, null, bound, true);
            case "_>_" -> new Filter.Between(id, bound, null, false);
            default -> new Filter.Between(id, bound, null, true);
        };
    }

    /** Null where the order of the kind is not that of its values in an index. */
    private static @Nullable Object ofKind(Kind kind, Object written) {
        return switch (kind) {
            case INTEGER -> written instanceof Long ? written : null;
            case DECIMAL -> written instanceof Long whole ? BigDecimal.valueOf(whole) : written;
            case TEXT, DATE, MONTH, DATETIME -> written;
            case MONEY -> written instanceof Money ? written : null;
            case BOOLEAN, TEXTS -> null;
        };
    }

    private Filter ofOneField(Node node, boolean wanted) {
        Set<String> fields = node.fields().collect(Collectors.toSet());
        return fields.size() == 1
                ? new Filter.OfValue(fields.iterator().next(), node, wanted, zone)
                : new Filter.Rest(node + " is " + wanted);
    }

    private static Filter all(List<Filter> parts) {
        List<Filter> flat = new ArrayList<>();
        for (Filter part : parts) {
            if (part.equals(NOWHERE)) {
                return NOWHERE;
            } else if (part instanceof Filter.All all) {
                flat.addAll(all.parts());
            } else {
                flat.add(part);
            }
        }
        return flat.size() == 1 ? flat.get(0) : new Filter.All(flat);
    }

    private static Filter any(List<Filter> parts) {
        List<Filter> flat = new ArrayList<>();
        for (Filter part : parts) {
            if (part.equals(EVERYWHERE)) {
                return EVERYWHERE;
            } else if (part instanceof Filter.Any any) {
                flat.addAll(any.parts());
            } else {
                flat.add(part);
            }
        }
        return flat.size() == 1 ? flat.get(0) : new Filter.Any(flat);
    }
}
