package io.weekbench.host.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** Undoes the compression of an answer, RFC 9110 section 8.4, up to a limit. */
final class ContentCoding {
    /** What we can undo. */
    static final String ACCEPTED = "gzip, deflate";

    private ContentCoding() {}

    /**
     * @param coding as the server named it; empty for none
     * @throws ZipException where the bytes are not in that coding, or in none of ours
     * @throws TooLargeException where it grows beyond the limit
     * @throws java.io.EOFException where the end is missing
     */
    static byte[] decode(String coding, byte[] body, int limitBytes) throws IOException {
        return switch (coding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> body;
            case "gzip", "x-gzip" ->
                    capped(new GZIPInputStream(new ByteArrayInputStream(body)), limitBytes);
            case "deflate" -> inflated(body, limitBytes);
            default -> throw new ZipException("Coded as " + coding);
        };
    }

    /**
     * With zlib's two bytes in front as the standard says, or without as half of the world does.
     */
    private static byte[] inflated(byte[] body, int limitBytes) throws IOException {
        boolean zlib =
                body.length >= 2
                        && (body[0] & 0x0f) == 8
                        && ((body[0] & 0xff) << 8 | (body[1] & 0xff)) % 31 == 0;
        Inflater inflater = new Inflater(!zlib);
        try {
            return capped(
                    new InflaterInputStream(new ByteArrayInputStream(body), inflater), limitBytes);
        } finally {
            inflater.end();
        }
    }

    private static byte[] capped(InputStream in, int limitBytes) throws IOException {
        try (in) {
            byte[] bytes = in.readNBytes(limitBytes);
            if (in.read() >= 0) {
                throw new TooLargeException(limitBytes);
            }
            return bytes;
        }
    }
}
