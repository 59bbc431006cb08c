/**
 * The journal is the truth; MapDB is a reading of it that knows the revision it has reached.
 *
 * <p>Nothing here knows what a field or a rule is: the road hands over commits whose bodies are
 * encoded and whose keys and references are spelled out, so that the state can be rebuilt from the
 * journal alone, without any tracker installed.
 */
@NullMarked
package io.weekbench.host.store;

import org.jspecify.annotations.NullMarked;
