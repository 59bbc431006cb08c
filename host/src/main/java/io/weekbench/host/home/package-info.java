/** One folder with everything a workbench keeps: its lock, and all that is wired together in it. */
@NullMarked
package io.weekbench.host.home;

import org.jspecify.annotations.NullMarked;
