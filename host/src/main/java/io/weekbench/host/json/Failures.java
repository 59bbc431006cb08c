package io.weekbench.host.json;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import io.weekbench.api.WeekbenchException;
import java.util.List;
import java.util.Locale;

/** What a person is told when a promise was broken: what happened, what works, what to do. */
public final class Failures {
    public static final Text AFTER_A_BUG =
            new Text(
                    "This request changed nothing unless the history shows it; everything else goes on."
                            + " Try again, and if it stays, report the reference with the log.",
                    "除非历史记录中已有，此请求未作任何修改；其他功能照常。请重试；若仍出现，请附上编号和日志反馈。");

    private Failures() {}

    public static Text bug(String reference) {
        return new Text(
                "The host failed at this request; it is in the log under " + reference + ".",
                "主机处理此请求时出错，日志编号 " + reference + "。");
    }

    public static Problem problem(String reference) {
        return new Problem("bug", "", bug(reference), AFTER_A_BUG);
    }

    /** What can be told of a broken promise, in both languages where the thrower knew them. */
    public static List<Problem> problems(WeekbenchException broken, String said) {
        ErrorCode code = broken.code();
        return broken.problems().isEmpty()
                ? List.of(new Problem(word(code), "", message(code, said), hint(code)))
                : broken.problems();
    }

    private static String word(ErrorCode code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Text message(ErrorCode code, String said) {
        String zh =
                switch (code) {
                    case BAD_QUERY -> "查询有误";
                    case NOT_FOUND -> "找不到所需内容";
                    case TOO_LARGE -> "文件过大";
                    case NOT_ALLOWED -> "插件无权这样做";
                    case PLUGIN_FAILED -> "插件出错";
                    case DAMAGED -> "存储的数据已损坏";
                    case READ_ONLY -> "存储只读";
                    case IN_USE -> "数据目录正被使用";
                    case CLOSED -> "工作台已关闭";
                };
        return new Text(said, zh + "。详情（英文）：" + said);
    }

    private static Text hint(ErrorCode code) {
        return switch (code) {
            case BAD_QUERY -> new Text("Correct the query and ask again.", "请改正查询后重试。");
            case NOT_FOUND -> new Text("Look for it in the list.", "请在列表中查找。");
            case TOO_LARGE -> new Text("Keep a link to it instead.", "请改为保存指向它的链接。");
            case NOT_ALLOWED, PLUGIN_FAILED ->
                    new Text(
                            "Nothing was changed and everything else goes on. Update or remove the plugin.",
                            "没有任何修改，其他功能照常。请更新或移除该插件。");
            case DAMAGED ->
                    new Text(
                            "What is whole stays readable. Stop the host and run: weekbench verify",
                            "完好的部分仍可阅读。请停止主机并运行：weekbench verify");
            case READ_ONLY ->
                    new Text(
                            "Everything stays readable. Make room on the disk, then start the host again.",
                            "数据仍可阅读。请清理磁盘空间，然后重新启动主机。");
            case IN_USE -> new Text("Use the host that runs, or stop it.", "请使用正在运行的主机，或先停止它。");
            case CLOSED -> new Text("Start the host again.", "请重新启动主机。");
        };
    }
}
