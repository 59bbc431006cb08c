/** What our product and its rivals can do: the rules and importers of the competitor matrix. */
@NullMarked
package io.weekbench.plugins.competitormatrix;

import org.jspecify.annotations.NullMarked;
