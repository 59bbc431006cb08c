package io.weekbench.host.search;

import io.weekbench.host.search.Analysis.Token;
import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.CharType;
import org.apache.lucene.analysis.cn.smart.Utility;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Has each stretch of a text between spaces and punctuation cut into words by itself, and remembers
 * how. SmartChinese weighs all ways to cut a whole sentence, which for a long one costs more than
 * all the rest of indexing it; and the same names and phrases come again and again.
 */
final class Stretches extends Tokenizer {
    private static final int MOST_REMEMBERED = 4_000;

    /** Longer ones seldom come again. */
    private static final int LONGEST_REMEMBERED = 40;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final Function<String, List<Token>> cutting;
    private final Map<String, List<Token>> known = new LinkedHashMap<>(64, 0.75f, true);
    private String text = "";
    private int begin;
    private int end;
    private Iterator<Token> tokens = List.<Token>of().iterator();

    /**
     * @param cutting the words of one stretch
     */
    Stretches(Function<String, List<Token>> cutting) {
        this.cutting = cutting;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        text = read(input);
        begin = 0;
        end = 0;
        tokens = List.<Token>of().iterator();
    }

    private static String read(Reader input) throws IOException {
        StringBuilder all = new StringBuilder();
        char[] part = new char[1024];
        for (int count = input.read(part); count >= 0; count = input.read(part)) {
            all.append(part, 0, count);
        }
        return all.toString();
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        while (!tokens.hasNext()) {
            if (!next()) {
                return false;
            }
            tokens = words(text.substring(begin, end)).iterator();
        }
        Token token = tokens.next();
        term.append(token.term());
        offset.setOffset(correctOffset(begin + token.start()), correctOffset(begin + token.end()));
        return true;
    }

    /** Goes to the stretch after this one; whether there is one. */
    private boolean next() {
        begin = end;
        while (begin < text.length() && parts(text.charAt(begin))) {
            begin++;
        }
        end = begin;
        while (end < text.length() && !parts(text.charAt(end))) {
            end++;
        }
        return begin < end;
    }

    private static boolean parts(char letter) {
        int type = Utility.getCharType(letter);
        return type == CharType.SPACE_LIKE || type == CharType.DELIMITER;
    }

    private List<Token> words(String stretch) {
        if (stretch.length() > LONGEST_REMEMBERED) {
            return cutting.apply(stretch);
        }
        List<Token> words = known.get(stretch);
        if (words == null) {
            words = cutting.apply(stretch);
            known.put(stretch, words);
            if (known.size() > MOST_REMEMBERED) {
                known.remove(known.keySet().iterator().next());
            }
        }
        return words;
    }

    @Override
    public void end() throws IOException {
        super.end();
        int last = correctOffset(text.length());
        offset.setOffset(last, last);
    }
}
