@NullMarked
package broken.api;

import org.jspecify.annotations.NullMarked;
