/** Measures Weekbench beside SQLite, by command only: {@code docs/benchmarks.md}. */
@NullMarked
package io.weekbench.testkit.bench;

import org.jspecify.annotations.NullMarked;
