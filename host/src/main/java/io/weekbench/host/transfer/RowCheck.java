package io.weekbench.host.transfer;

import io.weekbench.api.Text;
import java.util.Optional;

/** Whether a row has the form its header promises. */
final class RowCheck {
    private RowCheck() {}

    static Optional<RowProblem> problem(Columns.Header header, Row row) {
        int count = row.cells().size();
        if (count != header.width()) {
            return Optional.of(wrongWidth(row, count, header.width()));
        }
        return header.unnamed().stream().allMatch(row::isBlank)
                ? Optional.empty()
                : Optional.of(unnamedCell(row));
    }

    private static RowProblem wrongWidth(Row row, int count, int width) {
        return new RowProblem(
                "wrong-width",
                row.line(),
                "",
                new Text(
                        "This row has " + count + " cells; the header has " + width + ".",
                        "这一行有 " + count + " 个单元格，表头有 " + width + " 个。"),
                new Text(
                        "Look for a missing quote or delimiter, or a file that was cut off.",
                        "请检查是否缺少引号或分隔符，或文件不完整。"));
    }

    /** Blank columns must be blank all the way down, or something would be lost unsaid. */
    private static RowProblem unnamedCell(Row row) {
        return new RowProblem(
                "unnamed-column",
                row.line(),
                "",
                new Text("A cell stands in a column without a header.", "有单元格所在的列没有列名。"),
                new Text("Name the column, or clear it.", "请为该列命名，或清空该列。"));
    }
}
