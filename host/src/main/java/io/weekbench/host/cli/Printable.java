package io.weekbench.host.cli;

/** Text as a terminal may be shown it. */
final class Printable {
    private static final int PICTURES = 0x2400;

    private Printable() {}

    /**
     * On one line, and with nothing in it that a terminal would obey: escape sequences in
     * somebody's data could otherwise move the cursor, and direction marks turn the rest of the
     * line around.
     */
    static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(point -> line.appendCodePoint(harmless(point)));
        return line.toString();
    }

    private static int harmless(int point) {
        if (point < ' ') {
            return PICTURES + point;
        }
        boolean turns =
                (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
        boolean obeyed = point >= 0x7F && point < 0xA0;
        boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return turns || obeyed || half ? 0xFFFD : point;
    }

    /** How many columns of a terminal it takes. */
    static int width(String text) {
        return text.codePoints().map(Printable::width).sum();
    }

    /** After Unicode's East Asian Width: W and F are two columns, marks that combine none. */
    private static int width(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT) {
            return 0;
        }
        boolean wide =
                (point >= 0x1100 && point <= 0x115F)
                        || (point >= 0x2E80 && point <= 0x303E)
                        || (point >= 0x3041 && point <= 0x33FF)
                        || (point >= 0x3400 && point <= 0x4DBF)
                        || (point >= 0x4E00 && point <= 0xA4CF)
                        || (point >= 0xA960 && point <= 0xA97F)
                        || (point >= 0xAC00 && point <= 0xD7A3)
                        || (point >= 0xF900 && point <= 0xFAFF)
                        || (point >= 0xFE30 && point <= 0xFE6F)
                        || (point >= 0xFF01 && point <= 0xFF60)
                        || (point >= 0xFFE0 && point <= 0xFFE6)
                        || (point >= 0x1F300 && point <= 0x1FAFF)
                        || (point >= 0x20000 && point <= 0x3FFFD);
        return wide ? 2 : 1;
    }
}
