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
        capabilities.fetches().forEach(host -> words.add(fetches(host)));
        return words;
    }

    private static Text fetches(String host) {
        return host.equals("*")
                ? new Text("Fetches from any address on the internet", "从互联网上的任意地址获取数据")
                : new Text("Fetches from " + host, "从 " + host + " 获取数据");
    }
}
