package io.weekbench.plugins.competitormatrix;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.weekbench.api.Importer;
import io.weekbench.api.Incoming;
import io.weekbench.api.Rows;
import io.weekbench.api.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's feature matrix as one row a feature and one column a version. */
final class WideCsvMatrix implements Importer {
    private static final List<String> LEADING = List.of("group", "feature");

    @Override
    public String id() {
        return "postgresql-matrix-csv";
    }

    @Override
    public Text label() {
        return new Text("PostgreSQL feature matrix (wide CSV)", "PostgreSQL 功能矩阵（宽表 CSV）");
    }

    @Override
    public List<String> tables() {
        return CompetitorMatrix.MATRIX_TABLES;
    }

    @Override
    public boolean reads(Incoming file) throws IOException {
        try (InputStream in = file.open()) {
            String start = new String(in.readNBytes(4096), StandardCharsets.UTF_8);
            String[] header = start.replace("\uFEFF", "").split("\\R", 2)[0].split(",");
            return header.length > LEADING.size()
                    && List.of(header).subList(0, LEADING.size()).equals(LEADING)
                    && Version.parse(header[LEADING.size()]).isPresent();
        }
    }

    @Override
    public void read(Incoming file, Rows rows) throws IOException {
        try (InputStream in = file.open();
                CsvReader<CsvRecord> csv = reader(in);
                CloseableIterator<CsvRecord> records = csv.iterator()) {
            if (records.hasNext()) {
                new Reading(rows, records.next()).read(records);
            }
        } catch (CsvParseException e) {
            rows.problem(
                    0,
                    "",
                    new Text("This is not CSV: " + e.getMessage(), "不是 CSV：" + e.getMessage()),
                    new Text("Look for a quote that never closes.", "请检查是否有未闭合的引号。"));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static CsvReader<CsvRecord> reader(InputStream in) {
        return CsvReader.builder()
                .detectBomHeader(true)
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(in, StandardCharsets.UTF_8);
    }

    /** One file, by the columns its header names. */
    private static final class Reading {
        private final Rows rows;
        private final NavigableMap<Version, Integer> columns = new TreeMap<>();
        private final int width;
        private final @Nullable PostgresMatrix matrix;

        Reading(Rows rows, CsvRecord header) {
            this.rows = rows;
            this.width = header.getFieldCount();
            boolean whole = header.getFields().subList(0, Math.min(2, width)).equals(LEADING);
            for (int at = LEADING.size(); at < width; at++) {
                Optional<Version> version = Version.parse(header.getField(at));
                if (version.isEmpty() || columns.put(version.get(), at) != null) {
                    refuseColumn(header.getStartingLineNumber(), header.getField(at));
                    whole = false;
                }
            }
            if (columns.isEmpty()) {
                refuseColumn(header.getStartingLineNumber(), "");
            }
            NavigableMap<Version, Long> versions = new TreeMap<>();
            columns.keySet().forEach(it -> versions.put(it, header.getStartingLineNumber()));
            this.matrix = whole && !versions.isEmpty() ? new PostgresMatrix(rows, versions) : null;
        }

        private void refuseColumn(long line, String name) {
            rows.problem(
                    line,
                    name,
                    new Text(
                            "The header is group, feature and then one version a column.",
                            "表头应为 group、feature，其后每列一个版本号。"),
                    new Text("Name each column by its version, once.", "请用版本号命名各列，不要重复。"));
        }

        void read(CloseableIterator<CsvRecord> records) {
            while (matrix != null && records.hasNext()) {
                CsvRecord record = records.next();
                if (record.getFieldCount() == width) {
                    matrix.add(feature(record));
                } else {
                    refuseWidth(record);
                }
            }
        }

        private void refuseWidth(CsvRecord record) {
            int count = record.getFieldCount();
            rows.problem(
                    record.getStartingLineNumber(),
                    "",
                    new Text(
                            "This row has " + count + " cells; the header has " + width + ".",
                            "这一行有 " + count + " 个单元格，表头有 " + width + " 个。"),
                    new Text("Look for a missing quote or comma.", "请检查是否缺少引号或逗号。"));
        }

        private PostgresMatrix.Feature feature(CsvRecord record) {
            NavigableMap<Version, String> said = new TreeMap<>();
            columns.forEach((version, at) -> said.put(version, record.getField(at).strip()));
            return new PostgresMatrix.Feature(
                    record.getStartingLineNumber(),
                    record.getField(0),
                    record.getField(1),
                    null,
                    null,
                    said);
        }
    }
}
