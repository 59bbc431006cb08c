/** Revenue month by month: what follows from the sheet without anybody typing it. */
@NullMarked
package io.weekbench.plugins.revenuesheet;

import org.jspecify.annotations.NullMarked;
