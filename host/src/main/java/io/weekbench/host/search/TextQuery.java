package io.weekbench.host.search;

import io.weekbench.host.search.Analysis.Token;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Words that are looked for. Each must be found: as it is written, or all the words and stems it is
 * made of.
 */
final class TextQuery {
    private static final Pattern SPACE = Pattern.compile("[\\s\\u3000]+");

    /** More words narrow nothing any more, and would only take their time. */
    private static final int MOST_WORDS = 32;

    private final List<String> parts;

    TextQuery(String text) {
        parts =
                Stream.of(SPACE.split(text))
                        .filter(part -> !Analysis.written(part).isEmpty())
                        .distinct()
                        .limit(MOST_WORDS)
                        .toList();
    }

    /** Finds nothing where there is no word in it. */
    Query query() {
        if (parts.isEmpty()) {
            return new MatchNoDocsQuery("no words");
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        parts.forEach(part -> all.add(either(part), Occur.MUST));
        return all.build();
    }

    private static Query either(String part) {
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        either.add(phrase(Analysis.written(part)), Occur.SHOULD);
        List<Token> words = Analysis.words(part);
        if (!words.isEmpty()) {
            BooleanQuery.Builder all = new BooleanQuery.Builder();
            words.forEach(word -> all.add(term(Analysis.WORDS, word), Occur.MUST));
            either.add(all.build(), Occur.SHOULD);
        }
        return either.build();
    }

    private static Query phrase(List<Token> tokens) {
        if (tokens.size() == 1) {
            return term(Analysis.WRITTEN, tokens.get(0));
        }
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        tokens.forEach(token -> phrase.add(new Term(Analysis.WRITTEN, token.term())));
        return phrase.build();
    }

    private static Query term(String column, Token token) {
        return new TermQuery(new Term(column, token.term()));
    }

    /** The words and stems to be marked where they are found. */
    Set<String> words() {
        return terms(parts.stream().flatMap(part -> Analysis.words(part).stream()));
    }

    /** What is written, to be marked likewise. */
    Set<String> written() {
        return terms(parts.stream().flatMap(part -> Analysis.written(part).stream()));
    }

    private static Set<String> terms(Stream<Token> tokens) {
        return tokens.map(Token::term).collect(Collectors.toSet());
    }
}
