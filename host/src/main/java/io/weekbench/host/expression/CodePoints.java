package io.weekbench.host.expression;

import java.util.Arrays;

/** The order of texts everywhere: by code points, as CEL has it and as UTF-8 sorts. */
public final class CodePoints {
    private CodePoints() {}

    /** Java's own order puts 😀 before ﬁ. */
    public static int compare(String left, String right) {
        if (left.equals(right)) {
            return 0;
        }
        int common = Arrays.mismatch(left.toCharArray(), right.toCharArray());
        if (common == Math.min(left.length(), right.length())) {
            return Integer.compare(left.length(), right.length());
        }
        return Integer.compare(rank(left.charAt(common)), rank(right.charAt(common)));
    }

    /** 16 bits; surrogates, which stand for code points above all others, become the largest. */
    public static int rank(char unit) {
        if (unit < Character.MIN_SURROGATE) {
            return unit;
        }
        return Character.isSurrogate(unit) ? unit + 0x2000 : unit - 0x800;
    }
}
