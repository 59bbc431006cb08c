package io.weekbench.host.workbench;

import io.weekbench.api.ItemRef;
import io.weekbench.api.Problem;
import io.weekbench.api.Text;

/** Why a step cannot be taken, or not be taken back. */
final class StepRefusals {

    private StepRefusals() {}

    static Problem conflict(ItemRef ref, String what, String zh) {
        return problem(
                "undo-conflict",
                ref.toString(),
                ref + ": " + what,
                ref + "：" + zh,
                "Undo the later change first, or change the value by hand.",
                "请先撤销之后的修改，或手工修改该值。");
    }

    static Problem noHistory(ItemRef ref) {
        return problem(
                "no-history",
                ref.toString(),
                ref + ": this table keeps no history, so nobody knows what was there before.",
                ref + "：该表不保留历史，无法得知之前的内容。",
                "Change it by hand.",
                "请手工修改。");
    }

    static Problem alreadyReversed(String at, ItemRef entry, ItemRef reversal) {
        return problem(
                "already-reversed",
                at,
                entry + " is already reversed, by " + reversal + ".",
                entry + " 已被 " + reversal + " 冲销。",
                "Reverse " + reversal + " first if the entry is to count again.",
                "如需恢复该记录，请先冲销 " + reversal + "。");
    }

    static Problem circle(String at, int count, int limit) {
        return problem(
                "circle",
                at,
                count
                        + " rows lead to each other in a circle; "
                        + limit
                        + " of them fit into one commit.",
                count + " 行循环引用；一次提交最多容纳 " + limit + " 行。",
                "Leave out some of the references and bring them in afterwards.",
                "请先去掉部分引用，之后再补充。");
    }

    static Problem halfLeft(long step) {
        return problem(
                "half-left",
                "",
                "The part that was already written could not be taken back by itself.",
                "已写入的部分未能自动撤销。",
                "Look at what changed in between, then take it back with: weekbench undo " + step,
                "请查看期间的修改，然后执行：weekbench undo " + step);
    }

    private static Problem problem(
            String code, String at, String en, String zh, String hintEn, String hintZh) {
        return new Problem(code, at, new Text(en, zh), new Text(hintEn, hintZh));
    }
}
