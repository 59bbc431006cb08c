package io.weekbench.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTest {

    @ParameterizedTest
    @CsvSource({"abc,3", "功能,4", "ｱ,1", "Ａ,2", "한글,4", "é,1", "e\u0301,1", "😀,2", "𠮷,2", "：,2"})
    void countsColumns(String text, int width) {
        assertEquals(width, Printable.width(text));
    }

    @Test
    void alignsWhatIsTwoColumnsWide() {
        AlignedTable table = AlignedTable.cut();
        table.row(List.of("名称", "x"));
        table.row(List.of("PGDG", "y"));
        table.row(List.of("云", "z"));
        assertEquals(List.of("名称  x", "PGDG  y", "云    z"), table.lines());
    }

    @Test
    void cutsBetweenCharacters() {
        AlignedTable table = AlignedTable.cut();
        table.row(List.of("功".repeat(30)));
        assertEquals(List.of("功".repeat(19) + "…"), table.lines());
    }
}
