package io.weekbench.host.workbench;

import io.weekbench.api.ItemRef;
import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import java.util.List;

/** Why something cannot be purged, or not yet, in the words a person reads. */
final class PurgeRefusals {
    private PurgeRefusals() {}

    static Problem notAReference(String at, String text) {
        return problem(
                "bad-reference",
                at,
                new Text("Not table/id: " + text, "不是 表/id：" + text),
                new Text("Look it up with: weekbench query", "请用 weekbench query 查找。"));
    }

    static Problem neverWas(String at, ItemRef item) {
        return problem(
                "no-such-item",
                at,
                new Text("There never was " + item + ".", "从未有过 " + item + "。"),
                new Text("Look it up with: weekbench query", "请用 weekbench query 查找。"));
    }

    static Problem noSuchRevision(String at, long revision) {
        return problem(
                "no-such-revision",
                at,
                new Text("There is no revision " + revision + ".", "没有修订 " + revision + "。"),
                new Text("Look it up in the history.", "请在历史记录中查找。"));
    }

    static Problem hostsOwn(String at, long revision) {
        return problem(
                "hosts-own",
                at,
                new Text(
                        "Revision "
                                + revision
                                + " is the host's own: a tracker's spec, or a purge.",
                        "修订 " + revision + " 属于主机自身：追踪器定义或清除记录。"),
                new Text("Name the items or steps that hold what has to go.", "请指明包含待清除内容的条目或步骤。"));
    }

    static Problem builtUpon(ItemRef item) {
        return problem(
                "built-upon",
                item.toString(),
                new Text(item + " was changed since.", item + " 此后已被修改。"),
                new Text("Purge the later steps too, or the whole item.", "请一并清除之后的步骤，或清除整个条目。"));
    }

    static Problem referredTo(ItemRef item, List<ItemRef> referring) {
        return problem(
                "referred-to",
                item.toString(),
                new Text(
                        referring.size()
                                + " items refer to it, among them "
                                + referring.get(0)
                                + ".",
                        "有 " + referring.size() + " 个条目引用它，例如 " + referring.get(0) + "。"),
                new Text("Purge them too, or clear their references first.", "请一并清除，或先清空其引用。"));
    }

    static Problem nothingLeft() {
        return problem(
                "nothing-to-purge",
                "",
                new Text("There is nothing left of it to purge.", "已没有可清除的内容。"),
                new Text("It may have been purged before.", "可能此前已被清除。"));
    }

    static Problem beingRead() {
        return problem(
                "backup-running",
                "",
                new Text(
                        "What would have to be rewritten is being read, by a backup for example.",
                        "需要改写的内容正被读取，例如正在备份。"),
                new Text(
                        "Try again when the backup is done. Nothing was changed.",
                        "请在备份完成后重试。没有任何修改。"));
    }

    static Problem notConfirmed(int changes, List<ItemRef> items) {
        return problem(
                "not-confirmed",
                "confirm",
                new Text(
                        changes
                                + " changes would be gone for good, and of "
                                + items.size()
                                + " items nothing would stay.",
                        "将永久清除 " + changes + " 处改动，其中 " + items.size() + " 个条目不留任何内容。"),
                new Text(
                        "If that is what you want, confirm it with the number of changes: "
                                + changes
                                + ". Nothing was changed yet.",
                        "如确需清除，请以改动数确认：" + changes + "。目前没有任何修改。"));
    }

    private static Problem problem(String code, String at, Text message, Text hint) {
        return new Problem(code, at, message, hint);
    }
}
