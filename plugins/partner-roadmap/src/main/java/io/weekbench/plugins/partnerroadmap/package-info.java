/** What partners promise: the rules and importers of the partner roadmap. */
@NullMarked
package io.weekbench.plugins.partnerroadmap;

import org.jspecify.annotations.NullMarked;
