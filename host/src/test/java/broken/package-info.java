/** Classes that break the house rules, laid out like io.weekbench, to see that each is caught. */
@NullMarked
package broken;

import org.jspecify.annotations.NullMarked;
