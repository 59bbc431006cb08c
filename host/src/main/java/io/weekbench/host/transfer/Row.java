package io.weekbench.host.transfer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file, not yet read as the types its columns have.
 *
 * @param line of the file it begins at, from 1; 0 where the file has no lines
 * @param cells a {@link String} as a person typed it, a {@link Literal}, a value of the field's
 *     type, a list of them; or null
 */
record Row(long line, List<? extends @Nullable Object> cells) {

    boolean isBlank() {
        for (Object cell : cells) {
            if (!isBlankCell(cell)) {
                return false;
            }
        }
        return true;
    }

    boolean isBlank(int at) {
        return isBlankCell(cells.get(at));
    }

    private static boolean isBlankCell(@Nullable Object cell) {
        return cell == null || (cell instanceof String text && text.isBlank());
    }

    /** As the words of a header. */
    List<String> words() {
        return cells.stream()
                .map(cell -> cell == null ? "" : FormulaGuard.unprotect(cell.toString()))
                .toList();
    }

    /** Of a column that holds no field: {@code #id} and the like. */
    String text(int at) {
        Object cell = at < 0 ? null : cells.get(at);
        return cell == null ? "" : cell.toString().strip();
    }
}
