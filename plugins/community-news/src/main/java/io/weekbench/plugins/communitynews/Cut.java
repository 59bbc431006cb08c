package io.weekbench.plugins.communitynews;

/** Makes text fit without halving a character. */
final class Cut {
    private Cut() {}

    static String to(int length, String text) {
        String whole = withoutHalves(text);
        if (whole.length() <= length) {
            return whole;
        }
        int end = length - 1;
        return whole.substring(0, Character.isHighSurrogate(whole.charAt(end - 1)) ? end - 1 : end)
                + "…";
    }

    /** Halves of characters, which no store keeps, and NUL, which no screen shows. */
    private static String withoutHalves(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints()
                .filter(at -> at != 0 && Character.getType(at) != Character.SURROGATE)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }
}
