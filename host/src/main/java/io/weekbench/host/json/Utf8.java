package io.weekbench.host.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-8 read without ever replacing a byte by a question mark. */
public final class Utf8 {
    private Utf8() {}

    /** The text, or the first byte that does not belong to one. */
    public sealed interface Decoded {}

    /** All of it, without a byte order mark. */
    public record Good(String text) implements Decoded {}

    /**
     * Where it stops being UTF-8.
     *
     * @param offset of the byte, from 0
     * @param line from 1
     */
    public record Bad(int offset, int line, int value) implements Decoded {}

    public static Decoded decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(in, out, true);
        if (result.isError()) {
            return new Bad(in.position(), line(bytes, in.position()), bytes[in.position()] & 0xff);
        }
        String text = out.flip().toString();
        return new Good(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static int line(byte[] bytes, int end) {
        int line = 1;
        for (int i = 0; i < end; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }

    /** Whether the text has half of a surrogate pair, which no UTF-8 can carry. */
    public static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return true;
            }
        }
        return false;
    }
}
