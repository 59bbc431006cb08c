package io.weekbench.host.plugin;

import io.weekbench.api.Text;
import io.weekbench.host.tracker.Capabilities;
import java.util.ArrayList;
import java.util.List;

/** What a plugin may do beyond its own tables, for who decides whether to install it. */
final class PlainWords {
    private PlainWords() {}

    static List<Text> of(Capabilities capabilities) {
        List<Text> words = new ArrayList<>();
        capabilities.reads().forEach(table -> words.add(new Text("Reads " + table, "读取 " + table)));
        capabilities
                .writes()
                .forEach(
                        table ->
                                words.add(
                                        new Text("Reads and changes " + table, "读取并修改 " + table)));
        capabilities
                .fetches()
                .forEach(
                        host -> words.add(new Text("Fetches from " + host, "从 " + host + " 获取数据")));
        return words;
    }
}
