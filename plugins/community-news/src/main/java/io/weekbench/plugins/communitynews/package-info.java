/** The community's news as tables: what feeds tell, from addresses and from files. */
@NullMarked
package io.weekbench.plugins.communitynews;

import org.jspecify.annotations.NullMarked;
