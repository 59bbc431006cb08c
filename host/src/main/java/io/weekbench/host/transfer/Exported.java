package io.weekbench.host.transfer;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Snapshot;
import io.weekbench.api.Text;
import io.weekbench.api.Workbench;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values as they were when the file was exported, where the file says so. */
final class Exported {
    private final Workbench workbench;
    private final Snapshot now;
    private final Map<Long, Snapshot> snapshots = new HashMap<>();

    Exported(Workbench workbench, Snapshot now) {
        this.workbench = workbench;
        this.now = now;
    }

    /** What the author of the file began with. */
    sealed interface Base {

        /** Whether the cell still says what was exported. */
        default boolean isUntouched(Map.Entry<String, @Nullable Object> cell) {
            return false;
        }

        /** Whether the stored value is not the exported one any more. */
        default boolean isContradicted(String field, @Nullable Object current) {
            return false;
        }
    }

    record Unknown() implements Base {}

    record Wrong(RowProblem problem) implements Base {}

    record Known(Item then) implements Base {
        @Override
        public boolean isUntouched(Map.Entry<String, @Nullable Object> cell) {
            return Same.as(cell.getValue(), then.values().get(cell.getKey()));
        }

        @Override
        public boolean isContradicted(String field, @Nullable Object current) {
            return !Same.as(current, then.values().get(field));
        }
    }

    /**
     * @param column of the revision, or -1 where the file has none
     */
    Base base(Row row, int column, ItemRef ref) {
        String written = row.text(column);
        if (written.isEmpty()) {
            return new Unknown();
        }
        if (!written.matches("\\d{1,18}") || Long.parseLong(written) > now.revision()) {
            return new Wrong(
                    new RowProblem(
                            "bad-revision",
                            row.line(),
                            Columns.REVISION,
                            new Text(
                                    "Revision " + written + " is not one of this workbench.",
                                    "修订 " + written + " 不属于此工作台。"),
                            new Text(
                                    "If the file comes from another workbench, remove the column "
                                            + Columns.REVISION
                                            + ".",
                                    "如果文件来自另一个工作台，请删除 " + Columns.REVISION + " 列。")));
        }
        Optional<Item> then =
                snapshots.computeIfAbsent(Long.parseLong(written), workbench::at).get(ref);
        return then.<Base>map(Known::new).orElse(new Unknown());
    }

    static RowProblem contradicted(
            long line, String column, @Nullable Object wanted, @Nullable Object current) {
        String mine = wanted == null ? "" : wanted.toString();
        String theirs = current == null ? "" : current.toString();
        return new RowProblem(
                "conflict",
                line,
                column,
                new Text(
                        "Somebody else made this "
                                + CellTrouble.quote(theirs)
                                + " after the export; the file says "
                                + CellTrouble.quote(mine)
                                + ".",
                        "导出之后有人改为 "
                                + CellTrouble.quote(theirs)
                                + "，而文件为 "
                                + CellTrouble.quote(mine)
                                + "。"),
                new Text(
                        "Write the value that should stand, and clear the cell in "
                                + Columns.REVISION
                                + ".",
                        "请填写应保留的值，并清空 " + Columns.REVISION + " 单元格。"));
    }
}
