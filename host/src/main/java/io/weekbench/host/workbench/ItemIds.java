package io.weekbench.host.workbench;

import java.time.Instant;

/**
 * Makes ids for new items: twelve digits in Crockford's base 32, the time to the millisecond and
 * then a count, so that they sort in the order of making. Used on the writer's thread and, for
 * previews whose ids are thrown away, beside it.
 *
 * @see <a href="https://www.crockford.com/base32.html">Base 32</a>
 */
final class ItemIds {
    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 12;
    private static final int COUNT_BITS = 18;

    private long last;

    synchronized String next(Instant now) {
        last = Math.max(last + 1, now.toEpochMilli() << COUNT_BITS);
        char[] digits = new char[LENGTH];
        long rest = last;
        for (int at = LENGTH - 1; at >= 0; at--) {
            digits[at] = DIGITS.charAt((int) (rest & 31));
            rest >>>= 5;
        }
        return new String(digits);
    }
}
