/**
 * What a {@code tracker.json} declares, as records, and the catalogue of all that are installed.
 *
 * <p>{@link io.weekbench.host.tracker.TrackerJson} reads the file, {@link
 * io.weekbench.host.tracker.SpecNumbers} gives it the numbers of what is stored, {@link
 * io.weekbench.host.tracker.SpecCodec} keeps the result, and {@link
 * io.weekbench.host.tracker.Catalog} is what everybody asks.
 */
@NullMarked
package io.weekbench.host.tracker;

import org.jspecify.annotations.NullMarked;
