/**
 * Workbooks (ECMA-376, both transitional and strict) read as rows of typed cells, within limits.
 *
 * <p>A workbook comes from anywhere, so nothing it declares is believed: neither sizes nor
 * dimensions nor references. Bytes are counted as they are inflated and cells as they are met; XML
 * with a DTD is refused before any of it is read.
 */
@NullMarked
package io.weekbench.host.transfer.xlsx;

import org.jspecify.annotations.NullMarked;
