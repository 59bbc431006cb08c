/**
 * Tables of other programs, in and out. Only this package knows fastcsv, fastexcel and commonmark.
 *
 * <p>Input is Chinese first: dates, months and numbers in the forms people here write, files in
 * UTF-8 or GB18030. Nothing is guessed where a wrong guess would go unnoticed.
 */
@NullMarked
package io.weekbench.host.transfer;

import org.jspecify.annotations.NullMarked;
