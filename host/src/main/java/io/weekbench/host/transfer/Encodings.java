package io.weekbench.host.transfer;

import io.weekbench.api.Text;
import io.weekbench.host.json.Utf8;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;

/**
 * Finds out in what encoding a file is. A byte order mark says it; without one it is UTF-8, or else
 * GB18030 where it plainly is.
 *
 * <p>"Plainly" matters: GB18030 gives some character for almost any two bytes, so Müller in Latin-1
 * would quietly become M黮ler. Chinese text is nearly all of the 6,763 characters of GB 2312, whose
 * two bytes are both above 0xA0; what has few of those is refused with the place of the first byte
 * that is not UTF-8, and the person may name the encoding.
 */
final class Encodings {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final double PLAIN_SHARE = 0.9;

    private Encodings() {}

    /** What the file says, or what is wrong. */
    sealed interface Decoded {}

    record Good(String text, String encoding) implements Decoded {}

    record Bad(RowProblem problem) implements Decoded {}

    /**
     * @param named the encoding the person named; empty to find out
     */
    static Decoded decode(byte[] bytes, String named) {
        if (!named.isEmpty()) {
            return decodeAs(bytes, named);
        } else if (startsWith(bytes, 0xFF, 0xFE)) {
            return strict(bytes, StandardCharsets.UTF_16LE);
        } else if (startsWith(bytes, 0xFE, 0xFF)) {
            return strict(bytes, StandardCharsets.UTF_16BE);
        } else if (startsWith(bytes, 'P', 'K', 3, 4) || startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            return new Bad(workbook());
        }
        Utf8.Decoded utf8 = Utf8.decode(bytes);
        if (utf8 instanceof Utf8.Good good) {
            return good.text().indexOf('\0') >= 0 && looksLikeUtf16(bytes)
                    ? new Bad(utf16WithoutMark())
                    : new Good(good.text(), "UTF-8");
        }
        Utf8.Bad bad = (Utf8.Bad) utf8;
        return isPlainlyChinese(bytes)
                ? text(bytes, GB18030)
                        .<Decoded>map(t -> new Good(t, "GB18030"))
                        .orElse(unknown(bad))
                : unknown(bad);
    }

    private static Decoded decodeAs(byte[] bytes, String named) {
        try {
            return strict(bytes, Charset.forName(named));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return new Bad(
                    RowProblem.ofFile(
                            "unknown-encoding",
                            new Text(
                                    "There is no encoding " + named + ".",
                                    "没有名为 " + named + " 的编码。"),
                            new Text(
                                    "Use UTF-8, GB18030, UTF-16, Big5, windows-1252 …",
                                    "可用 UTF-8、GB18030、UTF-16、Big5、windows-1252 等。")));
        }
    }

    private static Decoded strict(byte[] bytes, Charset charset) {
        Optional<String> text = text(bytes, charset);
        if (text.isPresent()) {
            return new Good(text.get(), charset.name());
        }
        return new Bad(
                RowProblem.ofFile(
                        "bad-encoding",
                        new Text(
                                "The file has bytes that are not " + charset.name() + ".",
                                "文件中有不属于 " + charset.name() + " 的字节。"),
                        new Text("Save it again as UTF-8.", "请另存为 UTF-8。")));
    }

    private static Optional<String> text(byte[] bytes, Charset charset) {
        try {
            String text =
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Whether nearly all that is beyond ASCII are pairs of GB 2312, or four bytes of GB18030. */
    private static boolean isPlainlyChinese(byte[] bytes) {
        int pairs = 0;
        int others = 0;
        for (int i = 0; i < bytes.length; i++) {
            int lead = bytes[i] & 0xff;
            if (lead < 0x80) {
                continue;
            }
            int trail = i + 1 < bytes.length ? bytes[i + 1] & 0xff : 0;
            boolean four = trail >= 0x30 && trail <= 0x39;
            if (four || (lead >= 0xA1 && lead <= 0xF7 && trail >= 0xA1 && trail <= 0xFE)) {
                pairs++;
            } else {
                others++;
            }
            i += four ? 3 : 1;
        }
        return pairs >= PLAIN_SHARE * (pairs + others);
    }

    private static boolean looksLikeUtf16(byte[] bytes) {
        int zeros = 0;
        for (byte b : bytes) {
            zeros += b == 0 ? 1 : 0;
        }
        return zeros > bytes.length / 4;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static Decoded unknown(Utf8.Bad bad) {
        return new Bad(
                new RowProblem(
                        "bad-encoding",
                        bad.line(),
                        "",
                        new Text(
                                "Byte %d of the file (0x%02x, line %d) is not UTF-8, and the file is not plainly GB18030 either."
                                        .formatted(bad.offset() + 1, bad.value(), bad.line()),
                                "文件第 %d 个字节（0x%02x，第 %d 行）不是 UTF-8，整个文件也不像 GB18030。"
                                        .formatted(bad.offset() + 1, bad.value(), bad.line())),
                        new Text("Save it as UTF-8, or name its encoding.", "请另存为 UTF-8，或指明其编码。")));
    }

    private static RowProblem workbook() {
        return RowProblem.ofFile(
                "not-csv",
                new Text("This is a workbook, not CSV.", "这是工作簿文件，不是 CSV。"),
                new Text(
                        "Save the sheet as \"CSV UTF-8\" and import that.",
                        "请将工作表另存为“CSV UTF-8”再导入。"));
    }

    private static RowProblem utf16WithoutMark() {
        return RowProblem.ofFile(
                "bad-encoding",
                new Text(
                        "This looks like UTF-16 without its byte order mark.",
                        "这像是没有字节顺序标记的 UTF-16。"),
                new Text(
                        "Save it as UTF-8, or name its encoding: UTF-16LE or UTF-16BE.",
                        "请另存为 UTF-8，或指明编码：UTF-16LE 或 UTF-16BE。"));
    }
}
