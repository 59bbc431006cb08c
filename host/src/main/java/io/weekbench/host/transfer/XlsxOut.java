package io.weekbench.host.transfer;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.Item;
import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import io.weekbench.api.WeekbenchException;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.transfer.xlsx.SheetText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes rows as a workbook with one sheet. Numbers, days and yes or no stay what they are; there
 * is no formula in it, and texts that would become one in other hands are guarded as in a CSV.
 */
final class XlsxOut {
    /** Characters a cell has room for. */
    private static final int LONGEST = 32_767;

    private static final int LONGEST_NAME = 31;
    private static final int MOST_ROWS = 1_048_575;
    private static final int ROWS_A_FLUSH = 500;

    private final Outgoing rows;
    private final TypedCells typed;
    private int line;

    XlsxOut(Outgoing rows, ZoneId zone) {
        this.rows = rows;
        this.typed = new TypedCells(zone);
    }

    /** Beside first: a workbook that turns out not to be possible must not have begun. */
    void write(Text label, Words words, OutputStream out) throws IOException {
        Function<Text, String> language = words.language();
        Path file = Files.createTempFile("weekbench", ".xlsx");
        try {
            try (OutputStream to = Files.newOutputStream(file);
                    Workbook book = new Workbook(to, "Weekbench", null)) {
                fill(
                        book.newWorksheet(
                                name(language == null ? label.en() : language.apply(label))));
            }
            Files.copy(file, out);
            out.flush();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** As a spreadsheet allows tabs to be named. */
    private static String name(String label) {
        String name = label.replaceAll("[\\[\\]:*?/\\\\]", " ").strip();
        String plain = name.replaceAll("^'+|'+$", "");
        return plain.isEmpty()
                ? "Sheet1"
                : plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    }

    private void fill(Worksheet sheet) throws IOException {
        List<String> header = rows.header();
        for (int column = 0; column < header.size(); column++) {
            text(sheet, column, header.get(column), header.get(column));
            sheet.style(0, column).bold().set();
        }
        sheet.freezePane(0, 1);
        rows.forEach(item -> row(sheet, item));
    }

    private void row(Worksheet sheet, Item item) {
        line++;
        if (line > MOST_ROWS) {
            throw tooLarge("rows", "行", item.ref().toString());
        }
        int column = 0;
        for (FieldSpec field : rows.fields()) {
            Object value = item.values().get(field.id());
            if (value != null && !typed.write(sheet, line, column, field, value)) {
                text(sheet, column, rows.text(field, value), item.ref() + "." + field.id());
            }
            column++;
        }
        for (String own : rows.identity(item)) {
            text(sheet, column++, own, own);
        }
        flush(sheet);
    }

    private void text(Worksheet sheet, int column, String text, String at) {
        String escaped = SheetText.escape(text);
        if (escaped.length() > LONGEST) {
            throw tooLarge("characters in a cell", "个字符的单元格", at);
        }
        sheet.inlineString(line, column, escaped);
    }

    private void flush(Worksheet sheet) {
        try {
            if (line % ROWS_A_FLUSH == 0) {
                sheet.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WeekbenchException tooLarge(String what, String whatZh, String at) {
        return new WeekbenchException(
                ErrorCode.TOO_LARGE,
                List.of(
                        new Problem(
                                "too-large-for-xlsx",
                                at,
                                new Text(
                                        "A workbook has no room for so many " + what + ".",
                                        "工作簿容纳不下这么多" + whatZh + "。"),
                                new Text("Export it as csv or json.", "请导出为 csv 或 json。"))));
    }
}
