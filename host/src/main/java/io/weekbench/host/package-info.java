/** The host: everything that stands behind {@code io.weekbench.api}, wired together in Main. */
@NullMarked
package io.weekbench.host;

import org.jspecify.annotations.NullMarked;
