package io.weekbench.host.search;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Money;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.TableSpec;
import io.weekbench.host.workbench.Reading;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Makes of an item what the index keeps of it. */
final class Documents {
    static final String ITEM = "item";
    static final String TABLE = "table";
    static final String ID = "id";

    /** A number for the item, the same as long as it stands; see {@link Order}. */
    static final String ROW = "row";

    /** Names of columns whose key does not say all there is to say of the value. */
    static final String LOOSE = "loose";

    private static final FieldType WORDS = text(IndexOptions.DOCS_AND_FREQS);
    private static final FieldType WRITTEN = text(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

    private final Reading reading;
    private final FieldGraph graph;

    Documents(Reading reading, FieldGraph graph) {
        this.reading = reading;
        this.graph = graph;
    }

    private static FieldType text(IndexOptions options) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.freeze();
        return type;
    }

    static Term item(int table, String id) {
        return new Term(ITEM, table + "/" + id);
    }

    static Term table(TableSpec table) {
        return new Term(TABLE, Integer.toString(table.number()));
    }

    static Term row(int row) {
        return new Term(ROW, new BytesRef(ByteBuffer.allocate(4).putInt(row).array()));
    }

    Document of(Item item, TableSpec table, int row) {
        Document document = new Document();
        Term name = item(table.number(), item.ref().id());
        document.add(new StringField(ITEM, name.text(), Field.Store.NO));
        document.add(new StringField(TABLE, table(table).text(), Field.Store.NO));
        document.add(new SortedDocValuesField(TABLE, table(table).bytes()));
        document.add(new SortedDocValuesField(ID, new BytesRef(item.ref().id())));
        document.add(new StringField(ROW, row(row).bytes(), Field.Store.NO));
        document.add(new NumericDocValuesField(ROW, row));
        for (FieldSpec field : table.fields()) {
            if (!field.retired() && graph.isSteady(table, field)) {
                Object value = reading.value(item, field.id()).orElse(null);
                if (value != null) {
                    add(document, Column.of(table, field), value);
                }
            }
        }
        return document;
    }

    private void add(Document document, Column column, Object value) {
        FieldSpec field = column.field();
        Object first = value instanceof List<?> list ? list.get(0) : value;
        document.add(new SortedDocValuesField(column.order(), order(field, first)));
        if (column.isSortedByOther()) {
            String name =
                    value instanceof io.weekbench.api.Attachment file
                            ? file.name()
                            : value.toString();
            document.add(new SortedDocValuesField(column.value(), Keys.text(name)));
        }
        if (value instanceof List<?> list) {
            list.stream()
                    .distinct()
                    .map(one -> new StringField(column.elements(), one.toString(), Field.Store.NO))
                    .forEach(document::add);
        } else if (!Keys.isWhole(field, value)) {
            document.add(new StringField(LOOSE, column.order(), Field.Store.NO));
        }
        addNumber(document, column, value);
        String text = ItemText.text(field, value, reading);
        if (text != null) {
            document.add(new Field(Analysis.WORDS, text, WORDS));
            document.add(new Field(Analysis.WRITTEN, text, WRITTEN));
        }
    }

    private BytesRef order(FieldSpec field, Object value) {
        return switch (field.type()) {
            case CHOICE, CHOICES -> Keys.choice(field, (String) value);
            case REFERENCE, REFERENCES -> Keys.text(reading.title((ItemRef) value));
            default -> Keys.of(field, value);
        };
    }

    /** For sums, which would take too long over keys. */
    private static void addNumber(Document document, Column column, Object value) {
        if (!Figures.isNumber(column.field())) {
            return;
        }
        Long number = number(value);
        if (number == null) {
            document.add(new StringField(LOOSE, column.number(), Field.Store.NO));
        } else {
            document.add(new NumericDocValuesField(column.number(), number));
        }
    }

    private static @Nullable Long number(Object value) {
        if (value instanceof Long whole) {
            return whole;
        }
        BigDecimal exact = value instanceof Money money ? money.amount() : (BigDecimal) value;
        try {
            return exact.setScale(Figures.SCALE).unscaledValue().longValueExact();
        } catch (ArithmeticException e) {
            return null;
        }
    }
}
