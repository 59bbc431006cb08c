/**
 * The prepared page of a week: what changed in each tracker, and what its sections say of that.
 * {@link io.weekbench.host.week.WeekPage} is the way in; what it says is JSON, which {@link
 * io.weekbench.host.week.WeekText} turns into Markdown or HTML.
 */
@NullMarked
package io.weekbench.host.week;

import org.jspecify.annotations.NullMarked;
