package io.weekbench.plugins.communitynews;

import io.weekbench.api.Problem;
import io.weekbench.api.Text;

/** What can be wrong with a source. */
final class Troubles {
    private Troubles() {}

    static Problem noAddress(String address) {
        return new Problem(
                "address-form",
                address,
                new Text("This is no address.", "这不是地址。"),
                new Text("Write it as https://server/path.", "请写成 https://服务器/路径。"));
    }

    static Problem noFeed(String address, String what) {
        return new Problem(
                "no-feed",
                address,
                new Text("There is no feed, but " + what + ".", "该地址不是订阅源：" + what + "。"),
                new Text(
                        "Open the address in a browser and look for the feed's own.",
                        "请在浏览器中打开该地址，查找订阅源的地址。"));
    }

    static Problem gone(String address) {
        return new Problem(
                "gone",
                address,
                new Text(
                        "The feed is gone for good; the source is paused now.", "该订阅源已永久停止，已暂停抓取。"),
                new Text(
                        "Look whether the site has a new one; what came stays.",
                        "请查看网站是否有新的订阅源；已有内容保留。"));
    }

    static Problem notKept(String address, Problem first) {
        return new Problem(
                "not-kept",
                address,
                new Text(
                        "What came was refused: " + first.message().en(),
                        "内容未能保存：" + first.message().zh()),
                first.hint());
    }
}
