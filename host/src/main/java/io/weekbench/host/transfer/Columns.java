package io.weekbench.host.transfer;

import io.weekbench.api.Text;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.Nearest;
import io.weekbench.host.tracker.TableSpec;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which cell of a row is which field, by the words of the header. */
final class Columns {
    /** The item's id, in files that come from an export. */
    static final String ID = "#id";

    /** The item's revision as it was exported. */
    static final String REVISION = "#revision";

    /** In a mapping: this column is not wanted. */
    static final String IGNORE = "-";

    private final TableSpec table;
    private final Map<String, String> mapping = new HashMap<>();

    /**
     * @param mapping header words to field ids, or to {@link #IGNORE}
     */
    Columns(TableSpec table, Map<String, String> mapping) {
        this.table = table;
        mapping.forEach((source, field) -> this.mapping.put(normal(source), field));
    }

    /**
     * One column of the file.
     *
     * @param header as the file has it
     * @param field null for a column that is passed over
     */
    record Column(int at, String header, @Nullable FieldSpec field) {}

    /**
     * What the header says.
     *
     * @param id which column is {@link #ID}, or -1
     * @param revision which column is {@link #REVISION}, or -1
     * @param unnamed columns without a word
     */
    record Header(
            TableSpec table,
            List<Column> columns,
            int id,
            int revision,
            int width,
            List<Integer> unnamed) {
        Header {
            columns = List.copyOf(columns);
            unnamed = List.copyOf(unnamed);
        }

        static Header of(TableSpec table, List<Column> columns, int id, int revision, int width) {
            List<Integer> unnamed =
                    columns.stream()
                            .filter(column -> column.header().isBlank())
                            .map(Column::at)
                            .toList();
            return new Header(table, columns, id, revision, width, unnamed);
        }

        /** What the file calls this field. */
        String columnOf(String field) {
            return of(field).map(Column::header).orElse(field);
        }

        /** The column of this field. */
        Optional<Column> of(String field) {
            return columns.stream()
                    .filter(column -> column.field() != null && column.field().id().equals(field))
                    .findFirst();
        }

        /** What is passed over: derived fields, and what the mapping says. */
        List<String> ignored() {
            return columns.stream()
                    .filter(column -> column.field() == null || !column.field().isStored())
                    .map(Column::header)
                    .filter(header -> !header.isBlank())
                    .toList();
        }
    }

    /** How many of these words are known; what tells the delimiter. */
    int known(List<String> cells) {
        return (int) cells.stream().filter(cell -> isKnown(FormulaGuard.unprotect(cell))).count();
    }

    private boolean isKnown(String word) {
        return isOwn(word) || mapping.containsKey(normal(word)) || meant(word).size() == 1;
    }

    private static boolean isOwn(String word) {
        return word.equals(ID) || word.equals(REVISION);
    }

    Header read(Row row, RowProblems problems) {
        List<Column> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<String> words = row.words();
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            if (!isOwn(word)) {
                FieldSpec field = field(word, row.line(), problems);
                columns.add(new Column(at, word, field));
                if (field != null && !seen.add(field.id())) {
                    problems.add(twice(row.line(), word, field));
                }
            }
        }
        return Header.of(table, columns, words.indexOf(ID), words.indexOf(REVISION), words.size());
    }

    private @Nullable FieldSpec field(String word, long line, RowProblems problems) {
        String mapped = mapping.get(normal(word));
        if (IGNORE.equals(mapped) || (mapped == null && word.isBlank())) {
            return null;
        }
        List<FieldSpec> meant =
                mapped == null ? meant(word) : table.field(mapped).stream().toList();
        if (meant.size() == 1) {
            return meant.get(0);
        }
        problems.add(meant.isEmpty() ? unknown(line, word, mapped) : ambiguous(line, word, meant));
        return null;
    }

    /** By id; or by label in either language. */
    private List<FieldSpec> meant(String word) {
        Optional<FieldSpec> byId = table.field(word.strip());
        if (byId.isPresent()) {
            return List.of(byId.get());
        }
        String wanted = normal(word);
        return declared()
                .filter(
                        field ->
                                normal(field.label().zh()).equals(wanted)
                                        || normal(field.label().en()).equals(wanted))
                .toList();
    }

    private java.util.stream.Stream<FieldSpec> declared() {
        return table.fields().stream().filter(field -> !field.retired());
    }

    private static String normal(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    private RowProblem unknown(long line, String word, @Nullable String mapped) {
        List<String> known =
                declared()
                        .flatMap(
                                field ->
                                        java.util.stream.Stream.of(
                                                field.id(), field.label().en(), field.label().zh()))
                        .toList();
        String wanted = mapped == null ? word : mapped;
        Optional<String> nearest = Nearest.of(wanted, known);
        Text all = all();
        return new RowProblem(
                "unknown-column",
                line,
                word,
                new Text(
                        table.label().en() + " has no field for the column \"" + wanted + "\".",
                        "「" + table.label().zh() + "」没有与列“" + wanted + "”对应的字段。"),
                nearest.map(
                                near ->
                                        new Text(
                                                "Did you mean "
                                                        + near
                                                        + "? Or map it: --map "
                                                        + word
                                                        + "=FIELD",
                                                "是否指“" + near + "”？也可指定对应关系：--map " + word + "=字段"))
                        .orElse(
                                new Text(
                                        "Map it to a field (--map "
                                                + word
                                                + "=FIELD) or leave it out (--map "
                                                + word
                                                + "=-). Fields: "
                                                + all.en()
                                                + ".",
                                        "请指定字段（--map "
                                                + word
                                                + "=字段）或略过（--map "
                                                + word
                                                + "=-）。字段有："
                                                + all.zh()
                                                + "。")));
    }

    /** Every field a column may fill, by the words of each language and by its id. */
    private Text all() {
        List<FieldSpec> stored = declared().filter(FieldSpec::isStored).toList();
        return new Text(
                String.join(
                        ", ",
                        stored.stream().map(it -> it.label().en() + " (" + it.id() + ")").toList()),
                String.join(
                        "、",
                        stored.stream().map(it -> it.label().zh() + "（" + it.id() + "）").toList()));
    }

    private static RowProblem ambiguous(long line, String word, List<FieldSpec> meant) {
        String ids = String.join(", ", meant.stream().map(FieldSpec::id).toList());
        return new RowProblem(
                "ambiguous-column",
                line,
                word,
                new Text("\"" + word + "\" may be " + ids + ".", "“" + word + "”可能是 " + ids + "。"),
                new Text("Use the field's id as the header.", "请用字段 id 作列名。"));
    }

    private static RowProblem twice(long line, String word, FieldSpec field) {
        return new RowProblem(
                "column-twice",
                line,
                word,
                new Text(
                        "Two columns are " + field.label().en() + ".",
                        "有两列都是「" + field.label().zh() + "」。"),
                new Text(
                        "Keep one, or leave one out: " + word + "=-",
                        "请保留一列，或略过一列：" + word + "=-"));
    }
}
