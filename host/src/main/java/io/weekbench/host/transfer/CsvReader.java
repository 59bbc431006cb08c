package io.weekbench.host.transfer;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.weekbench.api.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Text in the form of RFC 4180, with comma, semicolon or tab. The delimiter is the one under which
 * most of the header is known.
 */
final class CsvReader {
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t');
    private static final String EXCELS_HINT = "sep=";

    private CsvReader() {}

    /** The rows of the file, the header first. */
    record Table(List<Row> rows, char delimiter, @Nullable RowProblem problem) {}

    /**
     * @param known how many of these cells are the header of a known column
     */
    static Table read(String text, ToIntFunction<List<String>> known) {
        if (text.startsWith(EXCELS_HINT) && text.length() > EXCELS_HINT.length()) {
            return rows(text, text.charAt(EXCELS_HINT.length()), true);
        }
        char best =
                DELIMITERS.stream()
                        .max(
                                Comparator.<Character>comparingInt(
                                                one ->
                                                        header(text, one)
                                                                .map(known::applyAsInt)
                                                                .orElse(0))
                                        .thenComparingInt(
                                                one -> header(text, one).map(List::size).orElse(0))
                                        .thenComparingInt(one -> -DELIMITERS.indexOf(one)))
                        .orElseThrow();
        return rows(text, best, false);
    }

    private static Optional<List<String>> header(String text, char delimiter) {
        try (de.siegmar.fastcsv.reader.CsvReader<CsvRecord> csv =
                builder(delimiter).ofCsvRecord(text)) {
            return csv.stream().findFirst().map(CsvRecord::getFields);
        } catch (CsvParseException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Table rows(String text, char delimiter, boolean skipFirst) {
        List<Row> rows = new ArrayList<>();
        try (de.siegmar.fastcsv.reader.CsvReader<CsvRecord> csv =
                builder(delimiter).ofCsvRecord(text)) {
            for (CsvRecord line : csv) {
                rows.add(new Row(line.getStartingLineNumber(), line.getFields()));
            }
        } catch (CsvParseException e) {
            return new Table(List.of(), delimiter, unreadable(rows, e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Table(skipFirst ? rows.subList(1, rows.size()) : rows, delimiter, null);
    }

    private static CsvReaderBuilder builder(char delimiter) {
        return de.siegmar.fastcsv.reader.CsvReader.builder()
                .fieldSeparator(delimiter)
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false);
    }

    private static RowProblem unreadable(List<Row> before, CsvParseException e) {
        long after = before.isEmpty() ? 1 : before.get(before.size() - 1).line();
        String said =
                String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
        return new RowProblem(
                "not-csv",
                after,
                "",
                new Text(
                        "At or after this line the quotes do not match: " + said,
                        "从这一行起引号不配对：" + said),
                new Text(
                        "A cell with a quote in it is written \"like \"\"this\"\"\".",
                        "含引号的单元格应写作 \"如 \"\"此\"\"\"。"));
    }
}
