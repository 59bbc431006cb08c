package io.weekbench.host.plugin;

import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import org.pf4j.PluginDependency;

/** Why a plugin does not run, in the words a person reads; the codes are stable. */
final class Refusals {
    private Refusals() {}

    static Problem noDescriptor(Path folder, Exception e) {
        return problem(
                "no-descriptor",
                folder,
                "Its plugin.properties is missing or cannot be read: " + e.getMessage(),
                "缺少 plugin.properties 或无法读取：" + e.getMessage(),
                "This folder is no whole plugin. Install it again from its zip.",
                "该文件夹不是完整的插件。请用插件的 zip 重新安装。");
    }

    static Problem noTracker(Path folder) {
        return problem(
                "no-tracker",
                folder,
                "Its tracker.json is no JSON object.",
                "tracker.json 不是 JSON 对象。",
                "Install it again from its zip.",
                "请用插件的 zip 重新安装。");
    }

    static Problem unreadable(Path folder, IOException e) {
        return problem(
                "unreadable",
                folder,
                "Its tracker.json is missing or cannot be read: " + e.getMessage(),
                "缺少 tracker.json 或无法读取：" + e.getMessage(),
                "Look at the rights of the folder, or install it again from its zip.",
                "请检查该文件夹的权限，或用插件的 zip 重新安装。");
    }

    static Problem twoNames(PluginFolder plugin) {
        String said = plugin.id() + " " + plugin.version();
        String tracker = plugin.introduction().id() + " " + plugin.introduction().version();
        return problem(
                "two-names",
                plugin.path(),
                "plugin.properties says " + said + ", tracker.json says " + tracker + ".",
                "plugin.properties 写的是 " + said + "，tracker.json 写的是 " + tracker + "。",
                "Write the same id and version into both.",
                "两处的 id 和版本须一致。");
    }

    static Problem badRequires(PluginFolder plugin) {
        return problem(
                "bad-requires",
                plugin,
                "plugin.requires is “" + plugin.requires() + "”, which is no version.",
                "plugin.requires 为“" + plugin.requires() + "”，不是版本号。",
                "Write the API version it was made for: " + ApiVersion.CURRENT,
                "请写它所依据的 API 版本：" + ApiVersion.CURRENT);
    }

    static Problem otherApi(PluginFolder plugin) {
        String here = ApiVersion.CURRENT;
        return problem(
                "other-api",
                plugin,
                "It was made for version "
                        + plugin.requires()
                        + " of the API; this is "
                        + here
                        + ".",
                "它依据 API 版本 " + plugin.requires() + "，此处为 " + here + "。",
                "Update Weekbench if that is older, or the plugin if that is.",
                "请更新 Weekbench 或该插件，以较旧者为准。");
    }

    static Problem missingDependency(PluginFolder plugin, PluginDependency need) {
        return problem(
                "missing-dependency",
                plugin,
                "It needs " + need.getPluginId() + ", which is not installed.",
                "它依赖未安装的 " + need.getPluginId() + "。",
                "Run: weekbench plugin install " + need.getPluginId(),
                "请运行：weekbench plugin install " + need.getPluginId());
    }

    static Problem nowhere(String by, String need) {
        return problem(
                "missing-dependency",
                by,
                "It needs " + need + ", which is neither installed nor in the catalogue.",
                "它依赖 " + need + "，该插件未安装，目录中也没有。",
                "Get its zip and run: weekbench plugin install FILE.zip",
                "请取得其 zip 后运行：weekbench plugin install FILE.zip");
    }

    static Problem notUnpacked(Path zip) {
        return problem(
                "not-unpacked",
                zip,
                "This zip lies in the plugin folder, but is not installed.",
                "该 zip 位于插件文件夹中，但未安装。",
                "Run: weekbench plugin install " + zip,
                "请运行：weekbench plugin install " + zip);
    }

    static Problem wrongVersion(PluginFolder plugin, PluginDependency need, PluginFolder there) {
        String wanted = need.getPluginId() + " " + need.getPluginVersionSupport();
        return problem(
                "wrong-version",
                plugin,
                "It needs " + wanted + "; installed is " + there.version() + ".",
                "它依赖 " + wanted + "，已安装的是 " + there.version() + "。",
                "Update " + need.getPluginId() + " or " + plugin.id() + ".",
                "请更新 " + need.getPluginId() + " 或 " + plugin.id() + "。");
    }

    static Problem circle(PluginFolder plugin, Collection<String> circle) {
        String way = String.join(" → ", circle);
        return problem(
                "circle",
                plugin,
                "It needs itself: " + plugin.id() + " → " + way + ".",
                "依赖成环：" + plugin.id() + " → " + way + "。",
                "Tell the authors of these plugins; the others run.",
                "请告知这些插件的作者；其他插件照常运行。");
    }

    static Problem dependencyDoesNotRun(PluginFolder plugin, String need) {
        return problem(
                "dependency-does-not-run",
                plugin,
                "It needs " + need + ", which does not run.",
                "它依赖的 " + need + " 未能运行。",
                "Mend " + need + " first.",
                "请先修复 " + need + "。");
    }

    static Problem failed(PluginFolder plugin, Throwable failure) {
        return problem(
                "failed-to-start",
                plugin,
                "Its code failed as it started: " + Guard.said(failure),
                "其代码在启动时出错：" + Guard.said(failure),
                "Its tables stay readable. Update, roll back or remove it, and tell its author.",
                "其表仍可阅读。请更新、回退或移除它，并告知作者。");
    }

    static Problem tookTooLong(PluginFolder plugin, TooLongException e) {
        return problem(
                "quarantined",
                plugin,
                "It was stopped: " + e.getMessage() + ".",
                "已停止：" + e.getMessage() + "（超时）。",
                "Its tables stay readable. Start the host again to try once more, or update it.",
                "其表仍可阅读。可重新启动主机再试，或更新该插件。");
    }

    static Problem ruleTookTooLong(String id) {
        return problem(
                "quarantined",
                id,
                "It was stopped: one of its rules ran over its deadline.",
                "已停止：其某条规则超时。",
                "Its tables stay readable. Start the host again to try once more, or update it.",
                "其表仍可阅读。可重新启动主机再试，或更新该插件。");
    }

    static Problem failing(String id, String trouble) {
        return problem(
                "failing",
                id,
                "It runs, but failed at " + trouble,
                "正在运行，但以下操作出错：" + trouble,
                "All else goes on. Tell its author, or roll it back.",
                "其他功能照常。请告知其作者，或回退版本。");
    }

    static Problem removed(String id) {
        return problem(
                "not-installed",
                id,
                id + " is not installed; its tables can be read and exported.",
                id + " 未安装；其表仍可阅读和导出。",
                "To write again, run: weekbench plugin install " + id,
                "如需继续写入，请运行：weekbench plugin install " + id);
    }

    static Problem notOffered(String id, Collection<String> offered) {
        String all = offered.isEmpty() ? "—" : String.join(", ", offered);
        return problem(
                "not-offered",
                id,
                "The catalogue has no " + id + " that runs here.",
                "目录中没有可在此运行的 " + id + "。",
                "There are: " + all + ". A zip can be installed by its path.",
                "可用：" + all + "。也可按路径安装 zip。");
    }

    static Problem noSuchPlugin(String id) {
        return problem(
                "no-such-plugin",
                id,
                "There is no plugin " + id + " in this home.",
                "此数据目录中没有插件 " + id + "。",
                "See what there is with: weekbench plugin list",
                "查看已安装的插件：weekbench plugin list");
    }

    static Problem alreadyInstalled(PluginFolder plugin) {
        return problem(
                "already-installed",
                plugin,
                plugin.id() + " " + plugin.version() + " is installed and runs.",
                plugin.id() + " " + plugin.version() + " 已安装并在运行。",
                "There is nothing to do.",
                "无需操作。");
    }

    static Problem nothingNewer(PluginFolder plugin) {
        return problem(
                "nothing-newer",
                plugin,
                "The catalogue has nothing newer than "
                        + plugin.id()
                        + " "
                        + plugin.version()
                        + ".",
                "目录中没有比 " + plugin.id() + " " + plugin.version() + " 更新的版本。",
                "There is nothing to do.",
                "无需操作。");
    }

    static Problem nothingBefore(String id) {
        return problem(
                "nothing-before",
                id,
                "No earlier version of " + id + " is kept here.",
                "此处没有保留 " + id + " 的先前版本。",
                "Install the version wanted from its zip.",
                "请用所需版本的 zip 安装。");
    }

    static Problem ofTheDistribution(Found plugin) {
        return problem(
                "of-the-distribution",
                plugin.path(),
                plugin.id() + " comes with this installation, for all its homes.",
                plugin.id() + " 随此安装提供给所有数据目录。",
                "Take it out of that folder, or install a version of your own beside it.",
                "请从该文件夹中移除，或另行安装自己的版本。");
    }

    static Problem needed(String id, Collection<String> by) {
        String names = String.join(", ", by);
        return problem(
                "needed",
                id,
                "It is needed by " + names + ".",
                names + " 依赖它。",
                "Remove those first.",
                "请先移除它们。");
    }

    private static Problem problem(
            String code, String at, String en, String zh, String hint, String hintZh) {
        return new Problem(code, at, new Text(en, zh), new Text(hint, hintZh));
    }

    private static Problem problem(
            String code, PluginFolder plugin, String en, String zh, String hint, String hintZh) {
        return new Problem(code, plugin.id(), new Text(en, zh), new Text(hint, hintZh));
    }

    private static Problem problem(
            String code, Path folder, String en, String zh, String hint, String hintZh) {
        return new Problem(code, folder.toString(), new Text(en, zh), new Text(hint, hintZh));
    }
}
