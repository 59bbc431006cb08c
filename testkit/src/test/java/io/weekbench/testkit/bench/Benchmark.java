package io.weekbench.testkit.bench;

import java.util.List;

/** Measures one thing, and says what came of it as rows of the table. */
interface Benchmark {

    /** To pick it by: {@code -Dbench=name}. */
    String name();

    List<Row> run(Setting setting) throws Exception;
}
