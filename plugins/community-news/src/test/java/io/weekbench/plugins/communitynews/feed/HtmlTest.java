package io.weekbench.plugins.communitynews.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<p>text <b>bold</b></p> | <p>text <b>bold</b></p>",
                "<img src='a.png'> | <img src=\"https://example.org/blog/a.png\">",
                "<a href='/x'>x</a> | <a href=\"https://example.org/x\" rel=\"noopener noreferrer nofollow\">x</a>",
                "<script>alert(1)</script>x | x",
                "<p onclick='x()' style='color:red'>x</p> | <p>x</p>",
                "<a href='javascript:alert(1)'>x</a> | <a rel=\"noopener noreferrer nofollow\">x</a>",
                "<iframe src='https://a/'></iframe>x | x",
            })
    void keepsWhatIsTextAndDropsWhatActs(String html, String safe) {
        assertEquals(safe, Html.safe(markup(html)));
    }

    /** Known ways around filters; none may leave anything that runs or loads. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg/onload=alert(1)>",
                "<math><mtext></p><style><img src=x onerror=alert(1)></style>",
                "<img src='data:image/svg+xml;base64,AAAA'>",
                "<a href='&#106;avascript:alert(1)'>",
                "<a href='java\nscript:alert(1)'>",
                "<form action='https://a/'><input name=p></form>",
                "<object data='x'></object><embed src='x'>",
                "<meta http-equiv=refresh content='0;url=https://a/'>",
                "<base href='https://evil/'>",
                "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
                "<template><script>alert(1)</script></template>",
                "<link rel=stylesheet href='https://a/'>"
            })
    void leavesNothingThatRunsOrLoads(String html) {
        String safe = Html.safe(markup(html));
        assertEquals(
                safe,
                safe.replaceAll(
                        "(?i)<(?!/?(a|p|img)\\b)\\w|\\son\\w+=|javascript:|data:|evil", "!"),
                "came from " + html);
    }

    @org.junit.jupiter.api.Test
    void showsPlainTextAsItIs() {
        assertEquals("a &lt;b&gt;<br>c", Html.safe(new Markup(Markup.PLAIN, "a <b>\nc", "")));
    }

    private static Markup markup(String html) {
        return new Markup(Markup.HTML, html, "https://example.org/blog/");
    }
}
