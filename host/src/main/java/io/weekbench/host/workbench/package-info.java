/**
 * The road a change takes, from a request to every open view; {@link
 * io.weekbench.host.workbench.LiveWorkbench} tells it whole.
 */
@NullMarked
package io.weekbench.host.workbench;

import org.jspecify.annotations.NullMarked;
