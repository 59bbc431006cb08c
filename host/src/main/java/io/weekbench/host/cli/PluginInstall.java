package io.weekbench.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "install",
        description = "Install a tracker of the catalogue, or the zip of one.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class PluginInstall implements Callable<Integer> {
    @Parameters(paramLabel = "ID|FILE.zip")
    private String what = "";

    @Mixin private final Common common;

    PluginInstall(World world) {
        common = new Common(world);
    }

    @Override
    public Integer call() throws IOException {
        Path file = Path.of(what);
        boolean isZip = what.endsWith(".zip");
        if (!isZip && (file.getNameCount() > 1 || Files.exists(file))) {
            return common.terminal().refuse(noZip());
        }
        byte[] zip = isZip ? Files.readAllBytes(file) : new byte[0];
        try (Host host = common.host()) {
            JsonNode answer =
                    isZip ? named(host.installPlugin(zip)) : host.changePlugin(what, "install");
            return PluginChange.print(answer, new Text("Installed", "已安装"), common.terminal());
        }
    }

    /** The host was sent bytes and does not know what the file is called. */
    private JsonNode named(JsonNode answer) {
        for (JsonNode problem : answer.path("refused")) {
            String at = problem.path("at").asText();
            ((ObjectNode) problem).put("at", at.isEmpty() ? what : what + ": " + at);
        }
        return answer;
    }

    private Problem noZip() {
        return new Problem(
                "no-plugin",
                what,
                new Text("This is not the zip of a plugin.", "这不是插件的 zip。"),
                new Text(
                        "Name a zip, which weekbench plugin pack makes of a folder, or a tracker"
                                + " of the catalogue: weekbench plugin available",
                        "请给出 zip（可用 weekbench plugin pack 由文件夹生成），或目录中的追踪器："
                                + "weekbench plugin available"));
    }
}
