package io.weekbench.host.report;

import io.weekbench.api.Inquiry;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Report.Input;
import io.weekbench.api.Text;
import io.weekbench.api.Workbench;
import io.weekbench.host.json.AsOf;
import io.weekbench.host.json.Problems;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads what a report is told, {@code name=value} each; what is wrong with it is collected. */
final class InputReader {
    private final Catalog catalog;
    private final Workbench workbench;
    private final Inquiry.Moment moment;
    private final Problems problems;

    InputReader(Catalog catalog, Workbench workbench, Inquiry.Moment moment, Problems problems) {
        this.catalog = catalog;
        this.workbench = workbench;
        this.moment = moment;
        this.problems = problems;
    }

    static Inquiry.Moment moment(AsOf asOf, Workbench workbench) {
        return new Inquiry.Moment(asOf.day(workbench), asOf.look(workbench));
    }

    Map<String, Object> read(List<Input> inputs, List<String> told) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String one : told) {
            int equals = one.indexOf('=');
            String name = equals < 0 ? one : one.substring(0, equals);
            Optional<Input> input =
                    inputs.stream().filter(known -> known.id().equals(name)).findFirst();
            if (input.isEmpty()) {
                unknown(name, inputs);
            } else {
                read(input.get(), equals < 0 ? "" : one.substring(equals + 1).strip(), values);
            }
        }
        inputs.stream()
                .filter(input -> input.required() && !values.containsKey(input.id()))
                .filter(input -> told.stream().noneMatch(one -> one.startsWith(input.id() + "=")))
                .forEach(this::missing);
        return values;
    }

    private void read(Input input, String text, Map<String, Object> values) {
        if (text.isEmpty()) {
            missingIfRequired(input);
            return;
        }
        switch (input.kind()) {
            case ITEM -> item(input, text).ifPresent(ref -> values.put(input.id(), ref));
            case ITEMS -> items(input, text, values);
            case MOMENT -> moment(input, text).ifPresent(it -> values.put(input.id(), it));
            case FLAG -> flag(input, text, values);
        }
    }

    /** By reference, by id, or by what its table names it by. */
    private Optional<ItemRef> item(Input input, String text) {
        Optional<ItemRef> ref =
                reference(input, text)
                        .filter(one -> moment.snapshot().get(one).isPresent())
                        .or(() -> named(input, text));
        if (ref.isEmpty()) {
            problems.add(
                    "no-such-item",
                    input.id(),
                    new Text("There is no " + text + " there.", "其中没有“" + text + "”。"),
                    new Text(
                            "Give an id or a name of " + input.table() + " as of that day.",
                            "请填写 " + input.table() + " 中当时已有的 id 或名称。"));
        }
        return ref;
    }

    private static Optional<ItemRef> reference(Input input, String text) {
        String id =
                text.startsWith(input.table() + "/")
                        ? text.substring(input.table().length() + 1)
                        : text;
        return ItemRef.isId(id) ? Optional.of(new ItemRef(input.table(), id)) : Optional.empty();
    }

    private Optional<ItemRef> named(Input input, String text) {
        return catalog.table(input.table())
                .filter(table -> table.key().size() == 1)
                .flatMap(table -> moment.snapshot().byKey(table.id(), List.of(text)))
                .map(Item::ref);
    }

    /** Divided by commas; a further mention adds to those before. */
    private void items(Input input, String text, Map<String, Object> values) {
        List<ItemRef> refs = new ArrayList<>();
        if (values.get(input.id()) instanceof List<?> before) {
            before.forEach(one -> refs.add((ItemRef) one));
        }
        Optional<ItemRef> whole = named(input, text); // a name may have a comma in it
        if (whole.isPresent()) {
            refs.add(whole.get());
        } else {
            for (String one : text.split(",")) {
                item(input, one.strip()).ifPresent(refs::add);
            }
        }
        values.put(input.id(), refs.stream().distinct().toList());
    }

    private Optional<Inquiry.Moment> moment(Input input, String text) {
        Optional<AsOf> asOf = AsOf.parse(text);
        if (asOf.isEmpty()) {
            problems.add(AsOf.unreadable(input.id(), text));
        }
        return asOf.map(one -> moment(one, workbench));
    }

    private void flag(Input input, String text, Map<String, Object> values) {
        if (text.equals("true") || text.equals("false")) {
            values.put(input.id(), Boolean.valueOf(text));
        } else {
            problems.add(
                    "bad-input",
                    input.id(),
                    new Text("\"" + text + "\" is neither yes nor no.", "“" + text + "”不是“是”或“否”。"),
                    new Text("Give true or false.", "请填写 true 或 false。"));
        }
    }

    private void missingIfRequired(Input input) {
        if (input.required()) {
            missing(input);
        }
    }

    private void missing(Input input) {
        problems.add(
                "missing-input",
                input.id(),
                new Text(
                        "It cannot be made without: " + input.label().en() + ".",
                        "缺少：" + input.label().zh() + "。"),
                new Text("Say " + input.id() + "=…", "请给出 " + input.id() + "=…"));
    }

    private void unknown(String name, List<Input> inputs) {
        TreeSet<String> names = new TreeSet<>(inputs.stream().map(Input::id).toList());
        String known = names.isEmpty() ? "—" : String.join(", ", names);
        problems.add(
                "unknown-input",
                name,
                new Text("It is not told \"" + name + "\".", "此报告没有输入项“" + name + "”。"),
                Nearest.of(name, names)
                        .map(near -> new Text("Did you mean " + near + "?", "是否想写 " + near + "？"))
                        .orElse(new Text("There are: " + known + ".", "可用：" + known + "。")));
    }
}
