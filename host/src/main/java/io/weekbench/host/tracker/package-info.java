/**
 * What a {@code tracker.json} declares, as records, and the catalogue of all that are installed.
 */
@NullMarked
package io.weekbench.host.tracker;

import org.jspecify.annotations.NullMarked;
