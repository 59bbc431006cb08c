package io.weekbench.host.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import io.weekbench.host.home.Home;
import io.weekbench.host.json.Json;
import io.weekbench.host.json.OutcomeWriter;
import io.weekbench.host.store.JournalReport;
import io.weekbench.host.store.StoreAdmin;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "verify",
        description = "Read every checksum of a home, and hold its state against its journal.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class VerifyHome implements Callable<Integer> {
    @Mixin private final Common common;

    VerifyHome(World world) {
        common = new Common(world);
    }

    @Override
    public Integer call() throws Exception {
        if (!common.hasHome()) {
            return common.refuseNoHome();
        }
        StoreAdmin.Findings found =
                Home.alone(common.home(), () -> StoreAdmin.verify(common.home()));
        Terminal terminal = common.terminal();
        return terminal.answer(json(found), node -> terminal.say(sound(found)));
    }

    private static Text sound(StoreAdmin.Findings found) {
        long commits = found.stored().journal().commits();
        long files = found.stored().files();
        return new Text(
                "Sound: " + commits + " commits, " + files + " files.",
                "完好：" + commits + " 次提交，" + files + " 个文件。");
    }

    private ObjectNode json(StoreAdmin.Findings found) {
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
        journal.lost()
                .forEach(
                        lost -> {
                            String range = lost.first() + "–" + lost.last();
                            problems.add(
                                    damage(
                                            "journal",
                                            "Revisions " + range + " cannot be read.",
                                            "修订 " + range + " 无法读取。"));
                        });
        journal.unreadable()
                .forEach(
                        place ->
                                problems.add(
                                        damage(
                                                place.file(),
                                                place.length()
                                                        + " bytes at "
                                                        + place.offset()
                                                        + " are damaged.",
                                                "位置 "
                                                        + place.offset()
                                                        + " 处 "
                                                        + place.length()
                                                        + " 字节已损坏。")));
        journal.missingFiles()
                .forEach(file -> problems.add(damage(file, "It is missing.", "文件缺失。")));
        found.stored()
                .damagedFiles()
                .forEach(
                        hash ->
                                problems.add(
                                        damage(
                                                "files/" + hash,
                                                "Its content has changed.",
                                                "内容已改变。")));
        found.stored()
                .missingFiles()
                .forEach(hash -> problems.add(damage("files/" + hash, "It is missing.", "文件缺失。")));
        found.state().forEach(said -> problems.add(damage("state", said + ".", said + "。")));
        return problems;
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
