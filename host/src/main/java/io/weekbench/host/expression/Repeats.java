package io.weekbench.host.expression;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at the counted repeats of a pattern before it is compiled: {@code ((a{1000}){1000}){1000}}
 * would fill the memory first and be measured afterwards.
 */
final class Repeats {
    private static final Pattern COUNTED = Pattern.compile("\\{(\\d{1,9})(,(\\d{0,9}))?}");
    private static final long MOST = 1_000;

    private Repeats() {}

    /** As if all were nested, which is more than they can be. */
    static boolean areTooMany(String pattern) {
        long product = 1;
        Matcher matcher = COUNTED.matcher(pattern);
        while (matcher.find()) {
            String upper = matcher.group(3);
            String count = upper == null || upper.isEmpty() ? matcher.group(1) : upper;
            product *= Math.max(1, Long.parseLong(count));
            if (product > MOST) {
                return true;
            }
        }
        return false;
    }
}
