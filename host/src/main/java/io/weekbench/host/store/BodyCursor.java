package io.weekbench.host.store;

import io.weekbench.api.ItemRef;
import io.weekbench.api.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * Goes through a body value by value and decodes only those that are asked for.
 *
 * <p>Looking through a table for two fields of twenty, making a parser for each item was more work
 * than everything else together. So this knows the few forms of Smile that {@link Body} writes well
 * enough to pass over them, decodes the frequent ones itself and has the parser read the others.
 *
 * @see <a href="https://github.com/FasterXML/smile-format-specification">the format</a>
 */
final class BodyCursor {
    private static final int EMPTY_TEXT = 0x20;
    private static final int FALSE = 0x22;
    private static final int TRUE = 0x23;
    private static final int INT = 0x24;
    private static final int LONG = 0x25;
    private static final int DECIMAL = 0x2A;
    private static final int TINY_TEXT = 0x40;
    private static final int TINY_UNICODE = 0x80;
    private static final int SMALL_INT = 0xC0;
    private static final int LONG_TEXT = 0xE0;
    private static final int LONG_UNICODE = 0xE4;
    private static final int ARRAY = 0xF8;
    private static final int ARRAY_END = 0xF9;
    private static final int TEXT_END = 0xFC;

    private final byte[] body;
    private int at = 1;

    BodyCursor(byte[] body) {
        this.body = body;
        if (token(0) != ARRAY) {
            throw unexpected(0);
        }
    }

    boolean hasNext() {
        return token(at) != ARRAY_END;
    }

    int nextNumber() {
        int token = token(at++);
        return (int) (isSmallInt(token) ? zigzag(token & 0x1F) : zigzag(readVarying()));
    }

    Object nextValue() {
        int begin = at;
        int token = token(at++);
        if (isShortText(token)) {
            int start = at;
            at += shortLength(token);
            return new String(body, start, at - start, StandardCharsets.UTF_8);
        } else if (isSmallInt(token)) {
            return zigzag(token & 0x1F);
        } else if (token == INT || token == LONG) {
            return zigzag(readVarying());
        } else if (token == TRUE || token == FALSE) {
            return token == TRUE;
        } else if (token == DECIMAL) {
            return decimal();
        } else if (token == ARRAY && token(at) == TINY_TEXT && isFrequent(token(at + 1))) {
            at += 2;
            Object value = tagged(token(at - 1));
            at++;
            return value;
        }
        at = begin;
        skipValue();
        return parsed(begin, at);
    }

    /** The tag of a date, an amount of money or a reference. */
    private static boolean isFrequent(int tag) {
        return tag == 'd' || tag == '$' || tag == 'r';
    }

    private Object tagged(int tag) {
        if (tag == 'd') {
            return LocalDate.ofEpochDay(nextNumber());
        }
        Object first = nextValue();
        String second = (String) nextValue();
        return tag == '$'
                ? new Money((BigDecimal) first, second)
                : new ItemRef((String) first, second);
    }

    /** Of so many bytes each seven bits stand in one, and what is left over in one more. */
    private BigDecimal decimal() {
        int begin = at - 1;
        int scale = (int) zigzag(readVarying());
        int bytes = (int) readVarying();
        if (bytes > 7) {
            at = begin;
            skipValue();
            return (BigDecimal) parsed(begin, at);
        }
        long bits = 0;
        for (int i = 0; i < bytes; i++) {
            bits = (bits << 7) | body[at++];
        }
        bits = (bits << bytes) | body[at++];
        int unused = Long.SIZE - Byte.SIZE * bytes;
        return BigDecimal.valueOf((bits << unused) >> unused, scale);
    }

    void skipValue() {
        int token = token(at++);
        if (isShortText(token)) {
            at += shortLength(token);
        } else if (token == INT || token == LONG) {
            readVarying();
        } else if (token == DECIMAL) {
            readVarying();
            int bytes = (int) readVarying();
            at += (bytes * 8 + 6) / 7; // of which each has seven bits
        } else if (token == LONG_TEXT || token == LONG_UNICODE) {
            skipTo(TEXT_END);
        } else if (token == ARRAY) {
            while (token(at) != ARRAY_END) {
                skipValue();
            }
            at++;
        } else if (!isSmallInt(token) && (token < EMPTY_TEXT || token > TRUE)) {
            throw unexpected(at - 1);
        }
    }

    private void skipTo(int end) {
        while (token(at) != end) {
            at++;
        }
        at++;
    }

    private Object parsed(int begin, int end) {
        try (var in = Body.parser(body, begin, end - begin)) {
            in.nextToken();
            return Body.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isShortText(int token) {
        return token >= TINY_TEXT && token < SMALL_INT;
    }

    /** Of ASCII 1 to 64 bytes; of what is not, 2 to 65, as one byte of it would be ASCII. */
    private static int shortLength(int token) {
        return token < TINY_UNICODE ? token - TINY_TEXT + 1 : token - TINY_UNICODE + 2;
    }

    private static boolean isSmallInt(int token) {
        return token >= SMALL_INT && token < LONG_TEXT;
    }

    /** Seven bits a byte, the highest first, and six in the last, which has its sign bit set. */
    private long readVarying() {
        long value = 0;
        while (body[at] >= 0) {
            value = (value << 7) | body[at++];
        }
        return (value << 6) | (body[at++] & 0x3F);
    }

    private static long zigzag(long bits) {
        return (bits >>> 1) ^ -(bits & 1);
    }

    private int token(int place) {
        return body[place] & 0xFF;
    }

    private IllegalStateException unexpected(int place) {
        return new IllegalStateException(
                "A body has no 0x" + Integer.toHexString(token(place)) + " at " + place);
    }
}
