package io.weekbench.host.fetch;

import io.weekbench.api.Fetched.Failed;
import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can go wrong with an address: what happened, where, and what to do about it. */
final class Faults {
    private static final Text LATER = new Text("It is tried again by itself later.", "稍后会自动重试。");
    private static final Text LOOK =
            new Text(
                    "Open the address in a browser and see what stands there.",
                    "请在浏览器中打开该地址，查看实际内容。");

    private Faults() {}

    static Failed form(URI address) {
        return failed(
                "address-form",
                address,
                "Not an address that can be fetched.",
                "不是可以抓取的地址。",
                new Text(
                        "Write it as https://server/path, without a user name.",
                        "请写成 https://服务器/路径，不含用户名。"));
    }

    static Failed unknownHost(URI address) {
        return failed(
                "unknown-host",
                address,
                "There is no server " + address.getHost() + ".",
                "没有服务器 " + address.getHost() + "。",
                new Text(
                        "Check the spelling, and whether this computer is online.",
                        "请检查拼写，以及本机是否联网。"));
    }

    static Failed inside(URI address) {
        return failed(
                "private-address",
                address,
                address.getHost() + " lies inside the own network.",
                address.getHost() + " 位于内部网络。",
                new Text(
                        "If it may be asked, write its name on a line of the file private-hosts in"
                                + " the home, and start again.",
                        "如允许访问，请将其名称写入数据目录中的 private-hosts 文件（每行一个），然后重新启动。"));
    }

    static Failed outside(URI address, URI at) {
        String host = at.getHost();
        return failed(
                "not-permitted",
                address,
                address.equals(at)
                        ? "Its tracker may not ask " + host + "."
                        : "It leads on to " + host + ", which its tracker may not ask.",
                address.equals(at) ? "该追踪器无权访问 " + host + "。" : "它重定向到 " + host + "，该追踪器无权访问。",
                new Text(
                        "Its tracker.json would have to name that host in capabilities.fetches.",
                        "其 tracker.json 须在 capabilities.fetches 中列出该主机。"));
    }

    static Failed redirects(URI address, int limit) {
        return failed(
                "too-many-redirects",
                address,
                "It leads on more than " + limit + " times.",
                "重定向超过 " + limit + " 次。",
                LOOK);
    }

    static Failed nowhere(URI address, String location) {
        return failed(
                "redirect-form",
                address,
                "It leads on to what is no address: " + shortened(location),
                "重定向目标不是地址：" + shortened(location),
                LOOK);
    }

    static Failed slow(URI address, Duration limit) {
        return failed(
                "too-slow",
                address,
                "No whole answer within " + limit.toSeconds() + " seconds.",
                limit.toSeconds() + " 秒内未收到完整应答。",
                LATER);
    }

    static Failed broken(URI address, Exception cause) {
        return failed(
                "unreachable",
                address,
                "The connection failed: " + shortened(String.valueOf(cause.getMessage())),
                "连接失败：" + shortened(String.valueOf(cause.getMessage())),
                LATER);
    }

    static Failed insecure(URI address, Exception cause) {
        return failed(
                "not-trusted",
                address,
                "No trusted connection: " + shortened(String.valueOf(cause.getMessage())),
                "无法建立可信连接：" + shortened(String.valueOf(cause.getMessage())),
                LOOK);
    }

    static Failed tooLarge(URI address, long limitBytes) {
        return failed(
                "too-large",
                address,
                "The answer is larger than " + (limitBytes >> 20) + " MiB.",
                "应答超过 " + (limitBytes >> 20) + " MiB。",
                new Text("Look for a smaller feed of the same site.", "请改用该站点较小的订阅源。"));
    }

    static Failed coding(URI address, Exception cause) {
        return failed(
                "bad-compression",
                address,
                "The answer cannot be decompressed: "
                        + shortened(String.valueOf(cause.getMessage())),
                "应答无法解压：" + shortened(String.valueOf(cause.getMessage())),
                LATER);
    }

    static Failed later(URI address, Instant next) {
        return new Failed(
                new Problem(
                        "rest",
                        address.toString(),
                        new Text(
                                "The server wants to be left alone until " + next + ".",
                                "服务器要求在 " + next + " 之前不再访问。"),
                        LATER),
                next);
    }

    static Failed status(URI address, int status, @Nullable Instant notBefore) {
        Text hint = status == 429 || status >= 500 ? LATER : LOOK;
        return new Failed(
                new Problem(
                        "status-" + status,
                        address.toString(),
                        new Text(
                                "The server answered " + status + meaning(status, "en") + ".",
                                "服务器应答 " + status + meaning(status, "zh") + "。"),
                        hint),
                notBefore);
    }

    private static String meaning(int status, String language) {
        boolean en = language.equals("en");
        return switch (status) {
            case 401, 403 -> en ? " (not allowed)" : "（无权访问）";
            case 404 -> en ? " (nothing there)" : "（不存在）";
            case 429 -> en ? " (asked too often)" : "（访问过于频繁）";
            default -> status >= 500 ? en ? " (a fault of its own)" : "（服务器故障）" : "";
        };
    }

    private static Failed failed(String code, URI address, String en, String zh, Text hint) {
        return new Failed(new Problem(code, address.toString(), new Text(en, zh), hint), null);
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
}
