package io.weekbench.host.transfer;

import io.weekbench.api.Text;

/**
 * What is wrong with one cell, row or the whole of a file.
 *
 * @param row the line of the file the row begins at, from 1; 0 for the whole file
 * @param column as the file names it; empty for the whole row
 */
public record RowProblem(String code, long row, String column, Text message, Text hint) {

    static RowProblem ofFile(String code, Text message, Text hint) {
        return new RowProblem(code, 0, "", message, hint);
    }
}
