package io.weekbench.host.workbench;

import io.weekbench.api.Grouping;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import io.weekbench.host.json.FigureText;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.TableSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the road itself refuses, in the words a person reads; the codes are stable. */
final class Refusals {

    private Refusals() {}

    static Problem unknownTable(String at, String table) {
        return problem(
                "unknown-table",
                at,
                "There is no table " + table + ".",
                "没有表 " + table + "。",
                "Look the tables up with GET /api/v1/trackers, or install the tracker that has it.",
                "用 GET /api/v1/trackers 查看有哪些表，或安装提供它的追踪器。");
    }

    static Problem noFigure(Grouping.Function function, FieldSpec field) {
        String word = FigureText.word(function);
        return problem(
                "no-figure",
                word,
                "There is no " + word + " of " + field.id() + ", a " + field.type().word() + ".",
                field.id() + " 的类型是 " + field.type().word() + "，不能计算 " + word + "。",
                "Sums and averages are of numbers; min and max also of texts, dates and months.",
                "sum、avg 只用于数值；min、max 还可用于文本、日期和月份。");
    }

    static Problem notLoaded(String at, String table, String tracker) {
        return problem(
                "tracker-not-loaded",
                at,
                table + " is read-only: its tracker " + tracker + " is not loaded.",
                table + " 只读：追踪器 " + tracker + " 未加载。",
                "Install or repair " + tracker + "; its data stays readable meanwhile.",
                "安装或修复 " + tracker + "；在此之前数据仍可阅读。");
    }

    static Problem unknownField(String at, TableSpec table, String field) {
        String known =
                String.join(
                        ", ",
                        table.fields().stream()
                                .filter(spec -> spec.isStored() && !spec.retired())
                                .map(FieldSpec::id)
                                .toList());
        return problem(
                "unknown-field",
                at,
                table.id() + " has no field " + field + ".",
                table.id() + " 没有字段 " + field + "。",
                "Its fields are: " + known + ".",
                "它的字段有：" + known + "。");
    }

    static Problem derivedField(String at, FieldSpec field) {
        return problem(
                "derived-field",
                at,
                field.label().en() + " is computed when read and cannot be written.",
                "「" + field.label().zh() + "」在读取时计算，不能写入。",
                "Change the fields it is computed from.",
                "请修改它所依据的字段。");
    }

    static Problem required(String at, FieldSpec field) {
        return new Problem(
                "required",
                at,
                new Text(field.label().en() + " is needed.", "必须填写「" + field.label().zh() + "」。"),
                whyNeeded(field));
    }

    /** In the words of whoever declared it; a person reads an expression only where none are. */
    private static Text whyNeeded(FieldSpec field) {
        Text described = field.description();
        if (field.requiredWhen() == null) {
            return new Text("Fill it in.", "请填写。");
        } else if (described != null) {
            return new Text("Fill it in: " + described.en(), "请填写：" + described.zh());
        }
        return new Text(
                "Fill it in: it is needed when " + field.requiredWhen() + ".",
                "请填写：满足 " + field.requiredWhen() + " 时必填。");
    }

    static Problem keyTaken(String at, TableSpec table, ItemRef holder) {
        List<Text> key =
                table.key().stream()
                        .flatMap(id -> table.field(id).stream())
                        .map(FieldSpec::label)
                        .toList();
        return problem(
                "key-taken",
                at,
                "There is already an item with this "
                        + String.join(", ", key.stream().map(Text::en).toList())
                        + ": "
                        + holder
                        + ".",
                "已有「"
                        + String.join("、", key.stream().map(Text::zh).toList())
                        + "」相同的条目："
                        + holder
                        + "。",
                "Update that one, or change the key.",
                "请更新该条目，或更改键值。");
    }

    static Problem idTaken(String at, ItemRef ref) {
        return problem(
                "id-taken",
                at,
                ref + " exists with other values.",
                ref + " 已存在，且值不同。",
                "Update it, or create under another id.",
                "请更新它，或使用另一个 id 新建。");
    }

    static Problem badId(String at, String id) {
        return problem(
                "bad-id",
                at,
                shown(id) + " cannot be an item's id.",
                shown(id) + " 不能作为条目的 id。",
                "Use 1 to 40 of 0-9 A-Z a-z _ -, or leave the id out.",
                "使用 1 到 40 个 0-9 A-Z a-z _ -，或不指定 id。");
    }

    static Problem noSuchItem(String at, ItemRef ref) {
        return problem(
                "no-such-item",
                at,
                "There is no " + ref + " (any more).",
                ref + " 不存在（或已删除）。",
                "Its history shows who deleted it; create it again if it is wanted.",
                "历史记录会显示由谁删除；需要时请重新创建。");
    }

    static Problem missingTarget(String at, FieldSpec field, ItemRef target) {
        return problem(
                "missing-target",
                at,
                field.label().en() + " leads to " + target + ", which does not exist.",
                "「" + field.label().zh() + "」指向的 " + target + " 不存在。",
                "Create it first, or in the same batch.",
                "请先创建它，或在同一批中创建。");
    }

    static Problem missingFile(String at, FieldSpec field, String name) {
        return problem(
                "missing-file",
                at,
                field.label().en() + ": the content of " + name + " was never kept.",
                "「" + field.label().zh() + "」：" + name + " 的内容未曾保存。",
                "Send the file first (POST /api/v1/files) and use what that answers.",
                "请先上传文件（POST /api/v1/files），再使用返回的值。");
    }

    static Problem wrongTarget(String at, FieldSpec field, ItemRef target) {
        return problem(
                "wrong-target",
                at,
                field.label().en() + " leads to " + field.to() + ", not to " + target + ".",
                "「" + field.label().zh() + "」应指向 " + field.to() + "，而不是 " + target + "。",
                "Refer to an item of " + field.to() + ".",
                "请引用 " + field.to() + " 中的条目。");
    }

    static Problem referredTo(String at, ItemRef ref, State.Reference by, int count) {
        return problem(
                "referred-to",
                at,
                count + " item(s) refer to " + ref + ", among them " + by.item() + ".",
                "有 " + count + " 个条目引用 " + ref + "，例如 " + by.item() + "。",
                "Delete them or clear their " + by.field().id() + " first, or in the same batch.",
                "请先（或在同一批中）删除它们，或清空其 " + by.field().id() + "。");
    }

    static Problem appendOnly(String at, TableSpec table) {
        return problem(
                "append-only",
                at,
                table.label().en() + " is a ledger: entries are added, never changed or deleted.",
                "「" + table.label().zh() + "」是台账：只能追加，不能修改或删除。",
                "Add an entry that says what is so now.",
                "请追加一条说明现状的记录。");
    }

    static Problem stale(String at, ItemRef ref, String field, @Nullable Object current) {
        return new Problem(
                "stale",
                at,
                new Text(
                        "Somebody changed " + field + " of " + ref + " meanwhile.",
                        "在此期间有人修改了 " + ref + " 的 " + field + "。"),
                new Text(
                        "Look at the value now stored and choose: keep theirs, or send yours with"
                                + " the new revision.",
                        "请查看现在的值并选择：保留对方的，或用新的修订号再次提交您的。"),
                current);
    }

    static Problem futureRevision(String at, long revision, long latest) {
        return problem(
                "bad-revision",
                at,
                "Revision " + revision + " is not there yet; the latest is " + latest + ".",
                "修订 " + revision + " 尚不存在；最新为 " + latest + "。",
                "Send the revision that was read with the item.",
                "请发送读取该条目时得到的修订号。");
    }

    static Problem noSuchRevision(long revision) {
        return problem(
                "no-such-revision",
                "",
                "There is no revision " + revision + ".",
                "没有修订 " + revision + "。",
                "Look it up in the history.",
                "请在历史记录中查找。");
    }

    static Problem noSuchRevision(String at, long revision, long latest) {
        return problem(
                "no-such-revision",
                at,
                "There is no revision " + revision + "; the latest is " + latest + ".",
                "没有修订 " + revision + "；最新为 " + latest + "。",
                "Ask for an earlier one, or for a day.",
                "请使用更早的修订号或日期。");
    }

    static Problem tooMany(String at, int count, int limit) {
        return problem(
                "too-many",
                at,
                count + " requests at once; " + limit + " fit into one commit.",
                "一次 " + count + " 个请求；一次提交最多 " + limit + " 个。",
                "Import them instead: an import is one step of several commits.",
                "请改用导入：一次导入是由多次提交组成的一步。");
    }

    static Problem ruleTooDeep(String plugin) {
        return problem(
                "rules-too-deep",
                "",
                "Rules of " + plugin + " kept answering each other; gave up at depth 8.",
                plugin + " 的规则互相触发，到第 8 层时放弃。",
                "Tell the author of " + plugin + ".",
                "请告知 " + plugin + " 的作者。");
    }

    static Problem ruleTooSlow(String plugin) {
        return ruleFailed(plugin, new Text("it ran over its deadline", "运行超时"));
    }

    static Problem ruleFailed(String plugin, Text what) {
        return problem(
                "plugin-failed",
                "",
                "A rule of " + plugin + " failed: " + what.en(),
                plugin + " 的规则出错：" + what.zh(),
                "Nothing was changed. Update or remove " + plugin + ", and tell its author.",
                "没有任何修改。请更新或移除 " + plugin + "，并告知其作者。");
    }

    static Problem causeTooDeep(String actor) {
        return problem(
                "listeners-too-deep",
                "",
                "Listeners kept answering each other's commits (last " + actor + "); gave up.",
                "监听器互相触发提交（最后为 " + actor + "），已放弃。",
                "Tell the authors of the plugins named in the last commits.",
                "请告知最近几次提交中所列插件的作者。");
    }

    static Problem readOnly(String why) {
        return problem(
                "read-only",
                "",
                "The store takes no more writes: " + why,
                "存储不再接受写入：" + why,
                "Nothing of this request was kept. Make room or repair the disk, then start again.",
                "此请求未保存任何内容。请腾出空间或修复磁盘，然后重新启动。");
    }

    static Problem problem(
            String code, String at, String en, String zh, String hintEn, String hintZh) {
        return new Problem(code, at, new Text(en, zh), new Text(hintEn, hintZh));
    }

    static String shown(Object value) {
        String text = value.toString();
        return "“" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "”";
    }
}
