/**
 * Plugins: what lies in their folders, which of them can be loaded and in what order, their class
 * loaders, and how they come and go. {@link io.weekbench.host.plugin.Plugins} is the way in. Only
 * this package knows PF4J, of which it uses the descriptors and the class loader; what is loaded,
 * started and stopped when is decided here.
 */
@NullMarked
package io.weekbench.host.plugin;

import org.jspecify.annotations.NullMarked;
