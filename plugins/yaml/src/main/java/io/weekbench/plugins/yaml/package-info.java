/** Reads YAML and JSON that strangers wrote; goes into the {@code lib/} of plugins that need it. */
@NullMarked
package io.weekbench.plugins.yaml;

import org.jspecify.annotations.NullMarked;
