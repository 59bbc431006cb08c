package io.weekbench.host.workbench;

import io.weekbench.host.expression.CodePoints;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What rows are sorted by, one field of it; rows are numbered from 0 as they come.
 *
 * <p>Each key has a number that tells most keys apart, in an array: comparing millions of objects
 * means waiting for memory. Descending, all its bits are turned, which turns the order.
 */
final class SortColumn {
    private final boolean descending;
    private final BitSet unset = new BitSet();
    private long[] numbers = new long[16];

    /** Keys that are more than their number, and null for all others; empty if there are none. */
    private final List<@Nullable Comparable<Object>> keys = new ArrayList<>();

    private int size;

    SortColumn(boolean descending) {
        this.descending = descending;
    }

    /**
     * Takes the key of the next row; all keys are of one class.
     *
     * @param key null where the field is not set, which comes last either way
     */
    void add(@Nullable Object key) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size + size / 2);
        }
        if (key == null) {
            unset.set(size);
        } else {
            long number = number(key);
            numbers[size] = descending ? ~number : number;
            keep(key);
        }
        size++;
    }

    int compare(int row, int other) {
        if (!unset.isEmpty() && (unset.get(row) || unset.get(other))) {
            return Boolean.compare(unset.get(row), unset.get(other));
        }
        int order = Long.compare(numbers[row], numbers[other]);
        if (order != 0 || keys.isEmpty()) {
            return order;
        }
        return descending ? compareKeys(other, row) : compareKeys(row, other);
    }

    private int compareKeys(int row, int other) {
        Comparable<Object> one = keys.get(row);
        Comparable<Object> two = keys.get(other);
        if (one == null || two == null) {
            return 0;
        }
        return (Object) one instanceof String text && (Object) two instanceof String next
                ? CodePoints.compare(text, next)
                : one.compareTo(two);
    }

    @SuppressWarnings("unchecked") // keys of one class are comparable with each other
    private void keep(Object key) {
        if (!(key instanceof Long)) {
            while (keys.size() < size) {
                keys.add(null);
            }
            keys.add((Comparable<Object>) key);
        }
    }

    /** Never rises from one key to a lower one; equal for keys that are only nearly the same. */
    private static long number(Object key) {
        if (key instanceof Long number) {
            return number;
        } else if (key instanceof String text) {
            return beginning(text);
        } else if (key instanceof BigDecimal decimal) {
            long bits = Double.doubleToLongBits(decimal.doubleValue());
            return bits < 0 ? bits ^ Long.MAX_VALUE : bits;
        }
        return key instanceof Instant time ? time.getEpochSecond() : 0;
    }

    /** The first four characters, and one bit less to stay positive. */
    private static long beginning(String text) {
        long beginning = 0;
        for (int i = 0; i < 4; i++) {
            beginning =
                    (beginning << 16) | (i < text.length() ? CodePoints.rank(text.charAt(i)) : 0);
        }
        return beginning >>> 1;
    }
}
