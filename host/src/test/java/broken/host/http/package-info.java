@NullMarked
package broken.host.http;

import org.jspecify.annotations.NullMarked;
