/**
 * The index: what stands now, to be filtered, sorted, grouped and searched for words. It follows
 * the commits and can be made anew from them at any time. Lucene is used here and nowhere else.
 */
@NullMarked
package io.weekbench.host.search;

import org.jspecify.annotations.NullMarked;
