@NullMarked
package broken.host.store;

import org.jspecify.annotations.NullMarked;
