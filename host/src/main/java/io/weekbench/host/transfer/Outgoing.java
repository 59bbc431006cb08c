package io.weekbench.host.transfer;

import io.weekbench.api.Item;
import io.weekbench.api.Snapshot;
import io.weekbench.api.Text;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.FieldSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows on their way out as words, the same for every format with cells; an import takes them back
 * without changing anything. The last two columns say which item a row is and as of which revision.
 */
final class Outgoing {
    private final Snapshot snapshot;
    private final Selection selection;
    private final ExportForm form;
    private final @Nullable Function<Text, String> language;
    private final CellWriter cells;

    Outgoing(Snapshot snapshot, Catalog catalog, Selection selection, ExportForm form) {
        this.snapshot = snapshot;
        this.selection = selection;
        this.form = form;
        this.language = form.words().language();
        this.cells = new CellWriter(new Names(snapshot, catalog), language);
    }

    List<FieldSpec> fields() {
        return selection.fields();
    }

    /** A label two fields share names neither; those get their ids. */
    List<String> header() {
        Stream<String> words =
                fields().stream()
                        .map(
                                field ->
                                        language == null || isShared(field, language)
                                                ? field.id()
                                                : language.apply(field.label()))
                        .map(FormulaGuard::protect);
        return Stream.concat(
                        words,
                        form.identified()
                                ? Stream.of(Columns.ID, Columns.REVISION)
                                : Stream.empty())
                .toList();
    }

    private boolean isShared(FieldSpec field, Function<Text, String> language) {
        String label = language.apply(field.label());
        return selection.table().fields().stream()
                .filter(other -> !other.retired() && !other.id().equals(field.id()))
                .anyMatch(
                        other ->
                                Stream.of(other.id(), other.label().en(), other.label().zh())
                                        .anyMatch(label::equalsIgnoreCase));
    }

    void forEach(Consumer<Item> consumer) {
        Scan.of(snapshot, selection).forEach(consumer);
    }

    List<String> row(Item item) {
        List<String> row = new ArrayList<>(fields().size() + 2);
        for (FieldSpec field : fields()) {
            Object value = item.values().get(field.id());
            row.add(value == null ? "" : text(field, value));
        }
        row.addAll(identity(item));
        return row;
    }

    String text(FieldSpec field, Object value) {
        return cells.write(field, value);
    }

    /** What goes into the last two columns, where there are such. */
    List<String> identity(Item item) {
        return form.identified()
                ? List.of(item.ref().id(), Long.toString(item.revision()))
                : List.of();
    }
}
