package io.weekbench.host.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weekbench.host.search.Analysis.Token;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnalysisTest {

    @Test
    void cutsEachStretchByItselfAndSaysWhereItsWordsStand() {
        assertEquals(
                List.of(
                        new Token("数据库", 0, 3),
                        new Token("备份", 3, 5),
                        new Token("region", 6, 13),
                        new Token("备份", 14, 16)),
                Analysis.words("数据库备份 Regions,备份。"));
    }

    @Test
    void cutsALongStretchAsItCutsAShortOne() {
        String one = "数据库备份失败";
        List<String> words = terms(one);
        assertEquals(
                IntStream.range(0, 20).boxed().flatMap(i -> words.stream()).toList(),
                terms(one.repeat(20)));
    }

    @Test
    void cutsTheSameWhetherItRemembersOrNot() {
        List<Token> first = Analysis.words("只读实例延迟");
        IntStream.range(0, 10_000).forEach(i -> Analysis.words("word" + i));
        assertEquals(first, Analysis.words("只读实例延迟"));
    }

    @Test
    void findsNoWordsInPunctuation() {
        assertEquals(List.of(), Analysis.words(" ,，。 -- "));
        assertEquals(List.of(), Analysis.words(""));
    }

    private static List<String> terms(String text) {
        return Analysis.words(text).stream().map(Token::term).toList();
    }
}
