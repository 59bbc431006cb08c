package io.weekbench.host.transfer;

/** Full-width letters, digits and signs as the half-width ones they stand for. */
final class Width {
    private static final int SHIFT = 'ａ' - 'a';

    private Width() {}

    /** Also without the spaces around it, of whatever width. */
    static String narrow(String text) {
        return isNarrow(text) ? text.strip() : narrowed(text);
    }

    /** Nearly every cell is. */
    private static boolean isNarrow(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '\u00A0') {
                return false;
            }
        }
        return true;
    }

    private static String narrowed(String text) {
        StringBuilder narrow = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            narrow.append(
                    c >= '！' && c <= '～'
                            ? (char) (c - SHIFT)
                            : c == '\u3000' || c == '\u00A0'
                                    ? ' '
                                    : c == '￥' ? '¥' : c == '﹪' ? '%' : c);
        }
        return narrow.toString().strip();
    }
}
