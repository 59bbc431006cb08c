package io.weekbench.host.search;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.lucene.util.BytesRef;

/**
 * Decimals of any size as bytes that sort as they do: sign, exponent, digits. Of a negative number
 * everything behind the sign is inverted. 1.50 and 1.5 have the same key.
 */
final class DecimalKeys {
    private static final byte NEGATIVE = 1;
    private static final byte ZERO = 2;
    private static final byte POSITIVE = 3;

    /** Sign and exponent. */
    private static final int HEAD = 5;

    private DecimalKeys() {}

    static BytesRef of(BigDecimal number) {
        if (number.signum() == 0) {
            return new BytesRef(new byte[] {ZERO});
        }
        BigDecimal stripped = number.stripTrailingZeros();
        String digits = stripped.unscaledValue().abs().toString();
        int exponent = digits.length() - stripped.scale();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(HEAD + digits.length() + 1);
        bytes.write(number.signum() < 0 ? NEGATIVE : POSITIVE);
        bytes.writeBytes(ByteBuffer.allocate(4).putInt(exponent ^ Integer.MIN_VALUE).array());
        bytes.writeBytes(digits.getBytes(StandardCharsets.US_ASCII));
        if (number.signum() > 0) {
            return new BytesRef(bytes.toByteArray());
        }
        bytes.write(0); // becomes the largest byte: the shorter number is the larger one
        byte[] inverted = bytes.toByteArray();
        for (int i = 1; i < inverted.length; i++) {
            inverted[i] = (byte) ~inverted[i];
        }
        return new BytesRef(inverted);
    }

    static BigDecimal value(BytesRef key) {
        byte sign = key.bytes[key.offset];
        if (sign == ZERO) {
            return BigDecimal.ZERO;
        }
        byte[] bytes = BytesRef.deepCopyOf(key).bytes;
        int length = key.length;
        if (sign == NEGATIVE) {
            for (int i = 1; i < length; i++) {
                bytes[i] = (byte) ~bytes[i];
            }
            length--;
        }
        int exponent = ByteBuffer.wrap(bytes, 1, 4).getInt() ^ Integer.MIN_VALUE;
        String digits = new String(bytes, HEAD, length - HEAD, StandardCharsets.US_ASCII);
        BigDecimal found = new BigDecimal(new BigInteger(digits), digits.length() - exponent);
        return sign == NEGATIVE ? found.negate() : found;
    }
}
