/**
 * Random lives of a workbench, held against a naive model: in one process, and in processes that
 * are killed.
 */
@NullMarked
package io.weekbench.testkit.campaign;

import org.jspecify.annotations.NullMarked;
