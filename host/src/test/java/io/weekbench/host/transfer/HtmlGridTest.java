package io.weekbench.host.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables in pages, and what spreadsheets put on the clipboard. */
class HtmlGridTest {
    private static final Set<String> FIELDS = Set.of("月份", "现金", "gaap", "用户数");

    /** As Excel writes it: styles, conditional comments, wrapped lines, a last row nobody sees. */
    private static final String EXCEL =
            """
            <html xmlns:o="urn:schemas-microsoft-com:office:office"
            xmlns:x="urn:schemas-microsoft-com:office:excel">
            <head><meta http-equiv=Content-Type content="text/html; charset=utf-8">
            <style><!--table {mso-displayed-decimal-separator:"\\.";} td {color:black;}--></style></head>
            <body link="#0563C1">
            <table border=0 cellpadding=0 cellspacing=0 width=192 style='border-collapse:collapse'>
            <!--StartFragment-->
             <col width=64 span=3 style='width:48pt'>
             <tr height=19 style='height:14.4pt'>
              <td height=19 class=xl65 width=64>月份</td><td class=xl65 width=64>现金</td>
              <td width=64>用户数</td>
             </tr>
             <tr height=19>
              <td height=19 class=xl66 align=right>2019年10月</td>
              <td align=right>1.2<span style='mso-spacerun:yes'>&nbsp;</span>万</td>
              <td>a long line that Excel
              wraps<br style='mso-data-placement:same-cell;'>and a second</td>
             </tr>
             <![if supportMisalignedColumns]>
             <tr height=0 style='display:none'><td width=64>hidden</td></tr>
             <![endif]>
            <!--EndFragment-->
            </table></body></html>
            """;

    @Test
    void readsWhatExcelPutsOnTheClipboard() {
        assertEquals(
                List.of("月份|现金|用户数", "2019年10月|1.2 万|a long line that Excel wraps\nand a second"),
                read(EXCEL));
    }

    @Test
    void readsWhatWpsPutsOnTheClipboard() {
        String wps =
                """
                <html xmlns:et="http://www.wps.cn/"><body><table><colgroup><col width="72"><col>
                <tbody><tr><td class="et2" x:str>月份<td class="et2" x:str>现金</tr>
                <tr><td x:num="43739">2019/10<td x:num="3"><font class="font0">3</font>亿</tr></table>
                """;
        assertEquals(List.of("月份|现金", "2019/10|3亿"), read(wps));
    }

    @Test
    void fillsWhatAMergedCellCovers() {
        assertEquals(
                List.of("月份|现金|gaap", "一季度|1|7", "一季度|2|7", "二季度|3|3"),
                read(
                        "<table><tr><th>月份<th>现金<th>gaap"
                                + "<tr><td rowspan=2>一季度<td>1<td rowspan='2'>7"
                                + "<tr><td>2"
                                + "<tr><td>二季度<td colspan=2>3</table>"));
    }

    @Test
    void lets0RowsMeanAllThatFollow() {
        assertEquals(
                List.of("月份|现金", "1|a", "2|a", "3|a"),
                read(
                        "<table><tr><td>月份<td>现金<tr><td>1<td rowspan=0>a<tr><td>2<tr><td>3"
                                + "</table>"));
    }

    @Test
    void beginsBelowATitle() {
        assertEquals(
                List.of("月份|现金", "2019-10|5"),
                read("<table><tr><td colspan=2>营收<tr><td>月份<td>现金<tr><td>2019-10<td>5</table>"));
    }

    @Test
    void takesTheTableThatKnowsMostFieldsOfSuchTheLargest() {
        String layout = "<table><tr><td>a<td>b<tr><td>c<td>d<tr><td>e<td>f</table>";
        String small = "<table><tr><td>月份<td>现金<tr><td>1<td>2</table>";
        String large = small.replace("</table>", "<tr><td>3<td>4</table>");
        assertEquals(List.of("月份|现金", "1|2", "3|4"), read(layout + small + large));
        assertEquals(
                List.of("月份|现金", "1|2"),
                read("<table><tr><td>x<td>" + small + "</table>"),
                "a table that stands in a cell of the layout");
    }

    @Test
    void readsThePageInTheEncodingItDeclares() {
        String page = "<meta charset=big5><table><tr><td>月份<tr><td>發佈</table>";
        Grid grid = HtmlGrid.read(page.getBytes(Charset.forName("Big5")), "", HtmlGridTest::known);
        assertEquals("發佈 Big5", grid.rows().get(1).words().get(0) + " " + grid.encoding());
    }

    @Test
    void runsAndLoadsNothingOfThePage() {
        assertEquals(
                List.of("月份", "<b>"),
                read(
                        "<table><tr><td>月份<script>alert(1)</script><style>x{}</style>"
                                + "<tr><td>&lt;b&gt;<img src=http://127.0.0.1/x onerror=alert(1)>"));
    }

    @Test
    void saysWhereThereIsNoTable() {
        assertEquals(List.of("no-table"), read("<p>月份 现金"));
        assertEquals(List.of("no-table"), read(""));
        assertEquals(List.of("no-table"), read("<table></table>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<table><tr><td colspan=999999999>月份",
                "<table>%s<tr><td>x|<tr><td rowspan=65534 colspan=16384>月份",
                "<table><tr>%s|<td colspan=1000>x",
                "%s|<b><i><table><tr><td>",
            })
    void refusesToBeMadeLargerThanItIs(String evil) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertEquals(List.of("too-large"), read(grown(evil))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s|<div>",
                "%s|<table><tr><td>",
                "<table><tr><td>%s|<b id=%d>",
                "<table><tr><td>%s|<b id=%d><p>x",
                "%s|<!--",
                "%s|&#",
                "<td %s|a='",
                "%s|<",
            })
    void endsWithWhateverItIsGiven(String evil) {
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> read(grown(evil)));
    }

    /** What stands behind the bar, many times over, in the place of %s. */
    private static String grown(String evil) {
        int bar = evil.indexOf('|');
        if (bar < 0) {
            return evil;
        }
        StringBuilder many = new StringBuilder();
        for (int i = 0; many.length() < 6_000_000; i++) {
            many.append(evil.substring(bar + 1).replace("%d", Integer.toString(i)));
        }
        return evil.substring(0, bar).replace("%s", many);
    }

    private static List<String> read(String html) {
        Grid grid = HtmlGrid.read(html.getBytes(StandardCharsets.UTF_8), "", HtmlGridTest::known);
        return grid.problem() != null
                ? List.of(grid.problem().code())
                : grid.rows().stream().map(HtmlGridTest::words).toList();
    }

    private static String words(Row row) {
        return row.cells().stream().map(Objects::toString).collect(Collectors.joining("|"));
    }

    private static int known(List<String> words) {
        return (int) words.stream().filter(FIELDS::contains).count();
    }
}
