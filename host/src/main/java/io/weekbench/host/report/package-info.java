/**
 * The pages trackers make when somebody asks: {@link io.weekbench.host.report.Reports} is the way
 * in; what it says is JSON, which {@link io.weekbench.host.report.SheetText} turns into Markdown or
 * HTML.
 */
@NullMarked
package io.weekbench.host.report;

import org.jspecify.annotations.NullMarked;
