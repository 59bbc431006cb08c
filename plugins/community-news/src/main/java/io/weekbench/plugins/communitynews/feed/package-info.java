/**
 * Reads feeds as they really come: RSS of every version, Atom, CDF and JSON Feed, well formed or
 * not, in whatever characters. Knows nothing of tables.
 */
@NullMarked
package io.weekbench.plugins.communitynews.feed;

import org.jspecify.annotations.NullMarked;
