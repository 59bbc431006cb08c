package io.weekbench.host.transfer;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.weekbench.api.Item;
import io.weekbench.api.Snapshot;
import io.weekbench.api.Text;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.TableSpec;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table as CSV (RFC 4180, UTF-8) in a form an import takes back without changing anything:
 * the last two columns say which item a row is and as of which revision.
 */
public final class CsvExport {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private CsvExport() {}

    /** In whose words headers, choices and references are written. */
    public enum Words {
        /** The ids that files and programs use. */
        IDS,
        EN,
        ZH
    }

    /**
     * How to write it.
     *
     * @param mark whether to begin with a byte order mark, without which some spreadsheets take
     *     UTF-8 for something else
     * @param identified whether to add {@code #id} and {@code #revision}
     */
    public record Options(Words words, boolean mark, boolean identified) {}

    /** Does not close the stream. */
    public static void write(
            Snapshot snapshot,
            Catalog catalog,
            TableSpec table,
            Options options,
            OutputStream out) {
        try {
            if (options.mark()) {
                out.write(BYTE_ORDER_MARK);
            }
            CsvWriter csv =
                    CsvWriter.builder()
                            .lineDelimiter(LineDelimiter.CRLF)
                            .build(out, StandardCharsets.UTF_8);
            Function<Text, String> language = language(options.words());
            List<FieldSpec> fields =
                    table.fields().stream().filter(field -> !field.retired()).toList();
            csv.writeRecord(header(fields, language, options.identified()));
            CellWriter cells = new CellWriter(new Names(snapshot, catalog), language);
            snapshot.scan(table.id())
                    .forEach(
                            item ->
                                    csv.writeRecord(
                                            row(item, fields, cells, options.identified())));
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Function<Text, String> language(Words words) {
        return switch (words) {
            case IDS -> null;
            case EN -> Text::en;
            case ZH -> Text::zh;
        };
    }

    /** A label two fields share names neither; those get their ids. */
    private static List<String> header(
            List<FieldSpec> fields, @Nullable Function<Text, String> language, boolean identified) {
        Stream<String> words =
                fields.stream()
                        .map(
                                field ->
                                        language == null || isShared(field, fields, language)
                                                ? field.id()
                                                : language.apply(field.label()))
                        .map(FormulaGuard::protect);
        return Stream.concat(
                        words,
                        identified ? Stream.of(Columns.ID, Columns.REVISION) : Stream.empty())
                .toList();
    }

    private static boolean isShared(
            FieldSpec field, List<FieldSpec> fields, Function<Text, String> language) {
        String label = language.apply(field.label());
        return fields.stream()
                .filter(other -> !other.id().equals(field.id()))
                .anyMatch(
                        other ->
                                Stream.of(other.id(), other.label().en(), other.label().zh())
                                        .anyMatch(label::equalsIgnoreCase));
    }

    private static List<String> row(
            Item item, List<FieldSpec> fields, CellWriter cells, boolean identified) {
        List<String> row = new ArrayList<>(fields.size() + 2);
        for (FieldSpec field : fields) {
            Object value = item.values().get(field.id());
            row.add(value == null ? "" : cells.write(field, value));
        }
        if (identified) {
            row.add(item.ref().id());
            row.add(Long.toString(item.revision()));
        }
        return row;
    }
}
