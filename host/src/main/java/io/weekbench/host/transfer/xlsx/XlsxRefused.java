package io.weekbench.host.transfer.xlsx;

import io.weekbench.api.Text;
import java.io.IOException;

/**
 * A file that is no workbook, is damaged or goes beyond the limits. An exception within the reader
 * only, because it has to leave from inside streams; whoever reads makes a value of it.
 */
public final class XlsxRefused extends IOException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Text message;
    private final transient Text hint;

    XlsxRefused(String code, Text message, Text hint) {
        super(message.en());
        this.code = code;
        this.message = message;
        this.hint = hint;
    }

    public String code() {
        return code;
    }

    public Text text() {
        return message;
    }

    public Text hint() {
        return hint;
    }

    static XlsxRefused notAWorkbook() {
        return new XlsxRefused(
                "not-xlsx",
                new Text("This is not an .xlsx workbook.", "这不是 .xlsx 工作簿。"),
                saveAgain());
    }

    static XlsxRefused encrypted() {
        return new XlsxRefused(
                "encrypted-workbook",
                new Text(
                        "This workbook is protected by a password, or is an old .xls.",
                        "该工作簿有密码保护，或是旧的 .xls 格式。"),
                new Text(
                        "Save it without a password as .xlsx, or as CSV.",
                        "请另存为无密码的 .xlsx，或另存为 CSV。"));
    }

    static XlsxRefused damaged(String part, String said) {
        return new XlsxRefused(
                "damaged-workbook",
                new Text(
                        "The workbook cannot be read in " + part + ": " + said,
                        "工作簿的 " + part + " 无法读取：" + said),
                saveAgain());
    }

    static XlsxRefused missing(String part) {
        return new XlsxRefused(
                "damaged-workbook",
                new Text("The workbook lacks " + part + ".", "工作簿缺少 " + part + "。"),
                saveAgain());
    }

    static XlsxRefused dtd(String part) {
        return new XlsxRefused(
                "xml-with-dtd",
                new Text(
                        "The workbook's "
                                + part
                                + " declares XML entities, which no spreadsheet"
                                + " writes.",
                        "工作簿的 " + part + " 声明了 XML 实体，电子表格软件不会这样写。"),
                saveAgain());
    }

    static XlsxRefused tooLarge(String what, String whatZh) {
        return new XlsxRefused(
                "too-large",
                new Text("The workbook " + what + ".", "工作簿" + whatZh + "。"),
                new Text(
                        "Keep the sheet to import in a workbook of its own, or save it as CSV.",
                        "请只保留要导入的工作表，或另存为 CSV。"));
    }

    private static Text saveAgain() {
        return new Text(
                "Open it in a spreadsheet and save it again as .xlsx, or as CSV.",
                "请用电子表格软件打开，重新另存为 .xlsx 或 CSV。");
    }
}
