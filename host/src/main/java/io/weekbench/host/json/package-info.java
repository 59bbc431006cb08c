/**
 * The one translation between JSON and the words of {@code io.weekbench.api}, used by every door:
 * HTTP, command line and sample files.
 *
 * <p>Readers never throw at what a person wrote: what is wrong goes into {@link
 * io.weekbench.host.json.Problems} with the place it stands at. Writers cannot fail.
 */
@NullMarked
package io.weekbench.host.json;

import org.jspecify.annotations.NullMarked;
