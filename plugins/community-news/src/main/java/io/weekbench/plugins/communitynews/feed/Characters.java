package io.weekbench.plugins.communitynews.feed;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In which characters bytes are written: what their first bytes give away, then UTF-8 where there
 * is more than ASCII and all of it fits (nothing else looks like it by chance), then what the
 * server said, then what the document says of itself, each only where all bytes fit. What fits
 * nothing is guessed, and known to be a guess.
 *
 * @param text without a byte order mark
 * @param encoding by its usual name in lower case
 * @param sure false where what was declared does not fit the bytes
 */
record Characters(String text, String encoding, boolean sure) {
    private static final Pattern HTTP =
            Pattern.compile("charset\\s*=\\s*[\"']?\\s*([^\\s;\"']+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern XML =
            Pattern.compile("^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']+)[\"']");
    private static final int PROLOG_BYTES = 1024;

    Characters {
        text = withoutControls(text);
    }

    /**
     * How a first character of XML or JSON, or a byte order mark, looks in each wide form; the
     * longer before the shorter, which begin alike.
     */
    private static final List<Beginning> BEGINNINGS =
            List.of(
                    new Beginning("utf-32be", 4, "\0\0\u00fe\u00ff"),
                    new Beginning("utf-32le", 4, "\u00ff\u00fe\0\0"),
                    new Beginning("utf-8", 3, "\u00ef\u00bb\u00bf"),
                    new Beginning("utf-16be", 2, "\u00fe\u00ff"),
                    new Beginning("utf-16le", 2, "\u00ff\u00fe"),
                    new Beginning("utf-32be", 0, "\0\0\0<"),
                    new Beginning("utf-32le", 0, "<\0\0\0"),
                    new Beginning("utf-16be", 0, "\0<\0"),
                    new Beginning("utf-16le", 0, "<\0"));

    /**
     * @param markBytes how many of them are a byte order mark and no text
     * @param bytes one a character
     */
    private record Beginning(String encoding, int markBytes, String bytes) {
        boolean begins(byte[] document) {
            int length = Math.min(document.length, bytes.length());
            return new String(document, 0, length, StandardCharsets.ISO_8859_1).equals(bytes);
        }
    }

    /**
     * @param contentType as the server said it; empty where nobody did
     */
    static Characters of(byte[] document, String contentType) {
        for (Beginning beginning : BEGINNINGS) {
            if (beginning.begins(document)) {
                return wide(document, beginning);
            }
        }
        List<String> declared = new ArrayList<>();
        named(HTTP, contentType).ifPresent(declared::add);
        named(XML, prolog(document)).ifPresent(declared::add);
        Optional<String> utf8 = strict(document, StandardCharsets.UTF_8);
        if (utf8.isPresent() && utf8.get().length() < document.length) {
            boolean said = declared.isEmpty() || canonical(declared.get(0)).equals("utf-8");
            return new Characters(utf8.get(), "utf-8", said);
        }
        for (String name : declared) {
            Optional<String> text = charset(name).flatMap(charset -> strict(document, charset));
            if (text.isPresent()) {
                return new Characters(text.get(), canonical(name), name.equals(declared.get(0)));
            }
        }
        return utf8.map(text -> new Characters(text, "utf-8", declared.isEmpty()))
                .orElseGet(() -> guessed(document));
    }

    private static Characters wide(byte[] document, Beginning beginning) {
        Charset charset = Charset.forName(beginning.encoding());
        byte[] bytes = Arrays.copyOfRange(document, beginning.markBytes(), document.length);
        Optional<String> text = strict(bytes, charset);
        return new Characters(
                text.orElseGet(() -> new String(bytes, charset)),
                beginning.encoding(),
                text.isPresent());
    }

    private static Characters guessed(byte[] document) {
        return looksChinese(document)
                ? new Characters(new String(document, gb18030()), "gb18030", false)
                : new Characters(new String(document, windows1252()), "windows-1252", false);
    }

    /**
     * In GB2312 the bytes of a character come in pairs, both above 0xA0; in European text they
     * stand alone between letters.
     */
    private static boolean looksChinese(byte[] document) {
        int paired = 0;
        int alone = 0;
        for (int i = 0; i < document.length; i++) {
            if (document[i] < 0) {
                boolean pair = i + 1 < document.length && isHigh(document[i], document[i + 1]);
                paired += pair ? 1 : 0;
                alone += pair ? 0 : 1;
                i += pair ? 1 : 0;
            }
        }
        return paired > 10 * alone;
    }

    private static boolean isHigh(byte first, byte second) {
        return (first & 0xff) > 0xa0 && (second & 0xff) > 0xa0;
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            CharBuffer text =
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes));
            return Optional.of(text.toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The controls of Latin 1, which nobody uses, were Windows' quotes and dashes before. */
    private static String withoutControls(String text) {
        StringBuilder better = new StringBuilder(text);
        for (int i = 0; i < better.length(); i++) {
            char at = better.charAt(i);
            if (at >= 0x80 && at <= 0x9f) {
                String meant = new String(new byte[] {(byte) at}, windows1252());
                better.setCharAt(i, meant.charAt(0));
            }
        }
        return better.toString();
    }

    private static Optional<String> named(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String prolog(byte[] document) {
        int length = Math.min(document.length, PROLOG_BYTES);
        return new String(document, 0, length, StandardCharsets.ISO_8859_1);
    }

    /** What is really meant by a name: everybody's Latin 1 is Windows', and GB2312 only grew. */
    private static Optional<Charset> charset(String name) {
        return switch (canonical(name)) {
            case "iso-8859-1" -> Optional.of(windows1252());
            case "gb18030" -> Optional.of(gb18030());
            default -> known(name);
        };
    }

    private static Optional<Charset> known(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static String canonical(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "gb2312", "gbk", "x-gbk", "euc-cn", "gb_2312-80", "cp936" -> "gb18030";
            case "ascii" -> "us-ascii";
            case "latin1", "latin-1", "iso8859-1" -> "iso-8859-1";
            case "utf8" -> "utf-8";
            default -> lower;
        };
    }

    private static Charset windows1252() {
        return Charset.forName("windows-1252");
    }

    private static Charset gb18030() {
        return Charset.forName("GB18030");
    }
}
