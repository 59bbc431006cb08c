package io.weekbench.host.plugin;

import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import java.io.IOException;

/** Why a zip is not unpacked; the codes are stable. */
final class ZipProblems {
    private static final Text NOTHING_INSTALLED =
            new Text(
                    "Nothing was installed. Get the zip again from where it comes from.",
                    "未安装任何内容。请从来源处重新获取该 zip。");
    private static final Text TELL_AUTHOR =
            new Text(
                    "Nothing was installed. Do not trust this zip; tell whoever made it.",
                    "未安装任何内容。请勿信任该 zip，并告知其作者。");

    private ZipProblems() {}

    static Problem noZip(IOException e) {
        return new Problem(
                "no-zip",
                "",
                new Text(
                        "This is no whole zip: " + e.getMessage() + ".",
                        "这不是完整的 zip：" + e.getMessage() + "。"),
                NOTHING_INSTALLED);
    }

    static Problem noPlugin() {
        return new Problem(
                "no-plugin",
                "",
                new Text(
                        "This zip holds no plugin of Weekbench: there is no plugin.properties at"
                                + " its top.",
                        "该 zip 中没有 Weekbench 插件：最上层缺少 plugin.properties。"),
                new Text(
                        "Nothing was installed. Look whether another file was meant; weekbench"
                                + " plugin pack makes one of a folder.",
                        "未安装任何内容。请确认是否选错文件；weekbench plugin pack 可由文件夹生成插件。"));
    }

    static Problem badName(String name, Text fault) {
        return new Problem(
                "bad-entry",
                name,
                new Text("The name of this entry " + fault.en() + ".", "该条目的名称" + fault.zh() + "。"),
                TELL_AUTHOR);
    }

    static Problem special(String name) {
        return new Problem(
                "bad-entry",
                name,
                new Text("This entry is a link or encrypted.", "该条目是链接或已加密。"),
                TELL_AUTHOR);
    }

    static Problem tooLarge(String name, long bytes) {
        return new Problem(
                "too-large",
                name,
                new Text(
                        "It unpacks to more than a plugin needs (" + (bytes >> 20) + " MiB).",
                        "解压后超过插件所需（" + (bytes >> 20) + " MiB）。"),
                TELL_AUTHOR);
    }

    static Problem otherPlugin(Offer offer) {
        String said = offer.id() + " " + offer.version();
        return new Problem(
                "other-plugin",
                offer.zip().toString(),
                new Text(
                        "The catalogue offers " + said + " here, but there is another in it.",
                        "目录称此处为 " + said + "，但其中是另一个插件。"),
                NOTHING_INSTALLED);
    }

    static Problem wrongChecksum(String file) {
        return new Problem(
                "wrong-checksum",
                file,
                new Text("Its SHA-512 is not the one the catalogue names.", "其 SHA-512 与目录所载不符。"),
                NOTHING_INSTALLED);
    }
}
