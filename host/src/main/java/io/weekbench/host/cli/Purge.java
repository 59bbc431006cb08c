package io.weekbench.host.cli;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Problem;
import io.weekbench.api.Snapshot;
import io.weekbench.api.Text;
import io.weekbench.host.home.Home;
import io.weekbench.host.json.Json;
import io.weekbench.host.json.OutcomeWriter;
import io.weekbench.host.json.Tables;
import io.weekbench.host.store.StoreAdmin;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.workbench.Caller;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "purge",
        description = {
            "Remove items for good, with all their history. Only a record that this was done stays.",
            "Backups made before still have them."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Purge implements Callable<Integer> {
    @Parameters(paramLabel = "REF", arity = "1..*", description = "table/id, one or more.")
    private List<String> refs = new ArrayList<>();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; kept.")
    private String reason = "";

    @Mixin private final Common common;

    Purge(World world) {
        common = new Common(world);
    }

    @Override
    public Integer call() throws IOException {
        if (!common.hasHome()) {
            return common.refuseNoHome();
        }
        try (Home home = common.open()) {
            Terminal terminal = common.terminal();
            List<Problem> problems = new ArrayList<>();
            Set<ItemRef> items = items(home, problems);
            items.forEach(item -> inTheWay(home, item, items).ifPresent(problems::add));
            if (!problems.isEmpty()) {
                return terminal.answer(OutcomeWriter.refused(problems), none -> {});
            }
            StoreAdmin.Purged purged =
                    home.admin()
                            .purge(
                                    numbered(home.workbench().catalog(), items),
                                    Set.of(),
                                    common.actor(),
                                    reason,
                                    common.clock().instant());
            return terminal.answer(
                    Json.object()
                            .put("revision", purged.revision())
                            .put("changes", purged.changes())
                            .put("files", purged.files()),
                    node -> terminal.say(gone(purged)));
        }
    }

    private static Text gone(StoreAdmin.Purged purged) {
        return new Text(
                purged.changes()
                        + " changes and "
                        + purged.files()
                        + " files are gone for good; revision "
                        + purged.revision()
                        + " records it.",
                "已永久清除 "
                        + purged.changes()
                        + " 处改动和 "
                        + purged.files()
                        + " 个文件；修订 "
                        + purged.revision()
                        + " 记录了此事。");
    }

    private Set<ItemRef> items(Home home, List<Problem> problems) {
        Set<ItemRef> items = new LinkedHashSet<>();
        Catalog catalog = home.workbench().catalog();
        Snapshot now = home.workbench().as(Caller.HOST).snapshot();
        for (String text : refs) {
            Optional<ItemRef> ref = parsed(text);
            if (ref.isEmpty()) {
                problems.add(problem("bad-reference", text, "Not table/id: ", "不是 表/id："));
            } else if (catalog.table(ref.get().table()).isEmpty()) {
                problems.add(Tables.unknown(ref.get().table(), text, catalog));
            } else if (now.history(ref.get()).isEmpty()) {
                problems.add(problem("no-such-item", text, "There never was ", "从未有过 "));
            } else {
                items.add(ref.get());
            }
        }
        return items;
    }

    private static Optional<ItemRef> parsed(String text) {
        try {
            return Optional.of(ItemRef.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What refers to it would lead nowhere. */
    private static Optional<Problem> inTheWay(Home home, ItemRef item, Set<ItemRef> going) {
        Snapshot now = home.workbench().as(Caller.HOST).snapshot();
        List<ItemRef> referring =
                home.workbench().catalog().fieldsTo(item.table()).stream()
                        .flatMap(field -> now.referring(item, field).stream())
                        .map(Item::ref)
                        .filter(ref -> !going.contains(ref))
                        .toList();
        return referring.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Problem(
                                "referred-to",
                                item.toString(),
                                new Text(
                                        referring.size()
                                                + " items refer to it, among them "
                                                + referring.get(0)
                                                + ".",
                                        "有 "
                                                + referring.size()
                                                + " 个条目引用它，例如 "
                                                + referring.get(0)
                                                + "。"),
                                new Text(
                                        "Purge them too, or clear their references first.",
                                        "请一并清除，或先清空其引用。")));
    }

    private static Set<StoreAdmin.Item> numbered(Catalog catalog, Set<ItemRef> items) {
        Set<StoreAdmin.Item> numbered = new LinkedHashSet<>();
        items.forEach(
                item ->
                        catalog.table(item.table())
                                .ifPresent(
                                        table ->
                                                numbered.add(
                                                        new StoreAdmin.Item(
                                                                table.number(), item.id()))));
        return numbered;
    }

    private static Problem problem(String code, String text, String en, String zh) {
        return new Problem(
                code,
                text,
                new Text(en + text, zh + text),
                new Text("Look it up with: weekbench query", "请用 weekbench query 查找。"));
    }
}
