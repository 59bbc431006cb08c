package io.weekbench.host.transfer;

import java.util.List;

/**
 * Rows of one file that go to one table and have the same columns.
 *
 * @param onlyNew whether an item that stands already is left as it is
 */
record Part(Columns.Header header, List<Row> rows, boolean onlyNew) {

    Part(Columns.Header header, List<Row> rows) {
        this(header, rows, false);
    }
}
