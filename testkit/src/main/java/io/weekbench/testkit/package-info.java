/** What a tracker's author, and the host itself, test with: a whole workbench in a unit test. */
@NullMarked
package io.weekbench.testkit;

import org.jspecify.annotations.NullMarked;
