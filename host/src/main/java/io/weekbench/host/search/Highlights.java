package io.weekbench.host.search;

import io.weekbench.host.search.Analysis.Token;
import io.weekbench.host.workbench.Words.Piece;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** Marks words in a text and cuts away what stands far from the first of them. */
final class Highlights {
    private static final int BEFORE = 40;
    private static final int LONGEST = 200;

    private final Set<String> words;
    private final Set<String> written;

    Highlights(Set<String> words, Set<String> written) {
        this.words = words;
        this.written = written;
    }

    /** Empty where none is found. */
    List<Piece> of(String text) {
        BitSet hits = new BitSet(text.length());
        mark(Analysis.words(text), words, hits);
        mark(Analysis.writtenAll(text), written, hits);
        return hits.isEmpty() ? List.of() : cut(text, hits);
    }

    private static void mark(List<Token> tokens, Set<String> wanted, BitSet hits) {
        for (Token token : tokens) {
            if (wanted.contains(token.term())) {
                hits.set(token.start(), token.end());
            }
        }
    }

    private static List<Piece> cut(String text, BitSet hits) {
        boolean whole = text.length() <= LONGEST;
        int from = whole ? 0 : whole(text, Math.max(0, hits.nextSetBit(0) - BEFORE));
        int to = whole ? text.length() : whole(text, Math.min(text.length(), from + LONGEST));
        List<Piece> pieces = new ArrayList<>();
        if (from > 0) {
            pieces.add(new Piece("…", false));
        }
        for (int at = from; at < to; ) {
            boolean hit = hits.get(at);
            int next = hit ? hits.nextClearBit(at) : hits.nextSetBit(at);
            int end = next < 0 ? to : Math.min(next, to);
            pieces.add(new Piece(text.substring(at, end), hit));
            at = end;
        }
        if (to < text.length()) {
            pieces.add(new Piece("…", false));
        }
        return pieces;
    }

    /** Not amid a character. */
    private static int whole(String text, int at) {
        boolean amid = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
        return amid ? at - 1 : at;
    }
}
