package io.weekbench.host.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Cuts texts into words, twice: as SmartChinese does, with the stems of English words, and as they
 * are written, Chinese in characters and pairs of them. The first finds "regions" by "region", the
 * second finds 数据 inside 数据库. Case and width make no difference.
 */
final class Analysis {
    /** The column of words and stems. */
    static final String WORDS = "words";

    /** The column of texts as written. */
    static final String WRITTEN = "written";

    private static final Analyzer CHINESE = new SmartChineseAnalyzer();

    /** One analyzer for all threads: each keeps its own streams. */
    private static final Analyzer BY_WORDS = new Words();

    private static final Analyzer PAIRS_AND_SINGLE = new Pairs(true);
    private static final Analyzer PAIRS = new Pairs(false);

    /** For items. */
    static final Analyzer OF_ITEMS =
            new PerFieldAnalyzerWrapper(BY_WORDS, Map.of(WRITTEN, PAIRS_AND_SINGLE));

    private Analysis() {}

    /** A word of a text, and where it stands there. */
    record Token(String term, int start, int end) {}

    static List<Token> words(String text) {
        return tokens(BY_WORDS, text);
    }

    /** As written, for a question: a single character only where it stands alone. */
    static List<Token> written(String text) {
        return tokens(PAIRS, text);
    }

    /** As written, for an item: each character and each pair. */
    static List<Token> writtenAll(String text) {
        return tokens(PAIRS_AND_SINGLE, text);
    }

    private static List<Token> tokens(Analyzer analyzer, String text) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(new Token(term.toString(), offset.startOffset(), offset.endOffset()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    private static final class Words extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            return new TokenStreamComponents(new Stretches(stretch -> tokens(CHINESE, stretch)));
        }
    }

    private static final class Pairs extends Analyzer {
        private final boolean single;

        Pairs(boolean single) {
            this.single = single;
        }

        /** A phrase does not begin in one field and end in the next. */
        @Override
        public int getPositionIncrementGap(String field) {
            return 100;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer source = new StandardTokenizer();
            TokenStream folded = new LowerCaseFilter(new CJKWidthFilter(source));
            int all =
                    CJKBigramFilter.HAN
                            | CJKBigramFilter.HIRAGANA
                            | CJKBigramFilter.KATAKANA
                            | CJKBigramFilter.HANGUL;
            return new TokenStreamComponents(source, new CJKBigramFilter(folded, all, single));
        }
    }
}
