package io.weekbench.host.transfer;

import java.util.List;

/** Rows of one file that go to one table and have the same columns. */
record Part(Columns.Header header, List<Row> rows) {}
