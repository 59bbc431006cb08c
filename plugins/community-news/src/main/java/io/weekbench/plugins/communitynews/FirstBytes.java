package io.weekbench.plugins.communitynews;

import io.weekbench.api.Incoming;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** How a file begins, in whatever width its characters have. */
record FirstBytes(String text) {
    private static final int BYTES = 8_192;

    static FirstBytes of(Incoming file) throws IOException {
        try (InputStream in = file.open()) {
            String text = new String(in.readNBytes(BYTES), StandardCharsets.ISO_8859_1);
            return new FirstBytes(text.replace("\0", ""));
        }
    }

    boolean matches(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(text).find();
    }
}
