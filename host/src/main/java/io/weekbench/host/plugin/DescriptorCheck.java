package io.weekbench.host.plugin;

import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import io.weekbench.host.tracker.Introduction;
import io.weekbench.host.tracker.TrackerJson;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.pf4j.PluginDependency;

/** Looks a {@code plugin.properties} through, all of it, before PF4J stops at its first mistake. */
final class DescriptorCheck {
    private static final String FILE = PluginFolder.PROPERTIES;

    private final boolean there;
    private final Properties properties = new Properties();
    private final List<Problem> problems = new ArrayList<>();

    DescriptorCheck(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        there = Files.exists(file);
        if (there) {
            try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(in);
            }
        }
    }

    List<String> needs() {
        List<String> needs = new ArrayList<>();
        for (String need : said("plugin.dependencies").split(",", -1)) {
            if (!need.isBlank() && !new PluginDependency(need.strip()).isOptional()) {
                needs.add(new PluginDependency(need.strip()).getPluginId());
            }
        }
        return needs;
    }

    /**
     * @param tracker what the tracker.json says, if it can be read
     */
    List<Problem> problems(@Nullable Introduction tracker) {
        if (!there) {
            add(
                    "missing",
                    "",
                    new Text("There is no plugin.properties.", "没有 plugin.properties。"),
                    new Text(
                            "Write plugin.id, plugin.version and plugin.requires into it.",
                            "请在其中写明 plugin.id、plugin.version 和 plugin.requires。"));
            return problems;
        }
        name("plugin.id", TrackerJson.isId(said("plugin.id")), "sales-calls");
        name("plugin.version", TrackerJson.isVersion(said("plugin.version")), "0.1.0");
        requires(said("plugin.requires"));
        if (tracker != null) {
            agrees("plugin.id", tracker.id());
            agrees("plugin.version", tracker.version());
        }
        return problems;
    }

    private String said(String property) {
        return properties.getProperty(property, "").strip();
    }

    private void name(String property, boolean good, String example) {
        if (said(property).isEmpty()) {
            add(
                    "missing",
                    property,
                    new Text(property + " is missing.", "缺少 " + property + "。"),
                    new Text("Write it: " + example, "请写明，例如 " + example));
        } else if (!good) {
            add(
                    "bad-name",
                    property,
                    new Text(
                            property + " cannot be “" + said(property) + "”.",
                            property + " 不能是“" + said(property) + "”。"),
                    new Text("Write it like " + example + ".", "请写成 " + example + " 这样。"));
        }
    }

    private void requires(String said) {
        if (said.equals("*")) {
            return;
        }
        boolean isVersion = ApiVersion.isVersion(said);
        if (!isVersion || !ApiVersion.satisfies(said)) {
            String here = ApiVersion.CURRENT;
            add(
                    isVersion ? "other-api" : "bad-requires",
                    "plugin.requires",
                    new Text(
                            "plugin.requires is “" + said + "”; the API here is " + here + ".",
                            "plugin.requires 为“" + said + "”，此处的 API 为 " + here + "。"),
                    new Text(
                            "Write the API version it was made for: " + here,
                            "请写它所依据的 API 版本：" + here));
        }
    }

    private void agrees(String property, String tracker) {
        if (!said(property).isEmpty() && !tracker.isEmpty() && !said(property).equals(tracker)) {
            add(
                    "two-names",
                    property,
                    new Text(
                            property
                                    + " is “"
                                    + said(property)
                                    + "”, tracker.json says “"
                                    + tracker
                                    + "”.",
                            property
                                    + " 为“"
                                    + said(property)
                                    + "”，tracker.json 写的是“"
                                    + tracker
                                    + "”。"),
                    new Text("Write the same into both.", "两处须一致。"));
        }
    }

    private void add(String code, String property, Text message, Text hint) {
        problems.add(new Problem(code, (FILE + " " + property).strip(), message, hint));
    }
}
