/** What a store must do, as tests that it extends, beside a store that plainly does it. */
@NullMarked
package io.weekbench.testkit.store;

import org.jspecify.annotations.NullMarked;
