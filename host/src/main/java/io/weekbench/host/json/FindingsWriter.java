package io.weekbench.host.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import io.weekbench.host.store.JournalReport;
import io.weekbench.host.store.StoreAdmin;
import io.weekbench.host.store.Unreadable;
import java.util.ArrayList;
import java.util.List;

/** Writes what a look at everything in a home found; damage as {@code refused}. */
public final class FindingsWriter {
    private FindingsWriter() {}

    public static ObjectNode write(StoreAdmin.Findings found) {
        List<Problem> problems = problems(found);
        ObjectNode node = problems.isEmpty() ? Json.object() : OutcomeWriter.refused(problems);
        JournalReport journal = found.stored().journal();
        node.put("sound", found.isSound())
                .put("commits", journal.commits())
                .put("lastRevision", journal.lastRevision())
                .put("files", found.stored().files());
        ArrayNode lost = node.putArray("lost");
        journal.lost().forEach(one -> lost.addArray().add(one.first()).add(one.last()));
        return node;
    }

    private static List<Problem> problems(StoreAdmin.Findings found) {
        List<Problem> problems = new ArrayList<>();
        JournalReport journal = found.stored().journal();
        for (JournalReport.Revisions lost : journal.lost()) {
            String range = lost.first() + "–" + lost.last();
            problems.add(
                    damage(
                            "journal",
                            "Revisions " + range + " cannot be read.",
                            "修订 " + range + " 无法读取。"));
        }
        for (Unreadable place : journal.unreadable()) {
            problems.add(
                    damage(
                            place.file(),
                            place.length() + " bytes at " + place.offset() + " are damaged.",
                            "位置 " + place.offset() + " 处 " + place.length() + " 字节已损坏。"));
        }
        journal.missingFiles().forEach(file -> problems.add(missing(file)));
        for (String hash : found.stored().damagedFiles()) {
            problems.add(damage("files/" + hash, "Its content has changed.", "内容已改变。"));
        }
        found.stored().missingFiles().forEach(hash -> problems.add(missing("files/" + hash)));
        found.state().forEach(said -> problems.add(damage("state", said + ".", said + "。")));
        return problems;
    }

    private static Problem missing(String file) {
        return damage(file, "It is missing.", "文件缺失。");
    }

    private static Problem damage(String at, String en, String zh) {
        return new Problem(
                "damaged",
                at,
                new Text(en, zh),
                at.equals("state")
                        ? new Text(
                                "It follows from the journal; nothing is lost by it.",
                                "状态由日志推得，不会因此丢失数据。")
                        : new Text(
                                "Copy the folder, then restore a backup, or: weekbench rescue FILE",
                                "请先复制该文件夹，再恢复备份，或运行：weekbench rescue FILE"));
    }
}
