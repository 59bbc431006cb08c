@NullMarked
package broken.host.cli;

import org.jspecify.annotations.NullMarked;
