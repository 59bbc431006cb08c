package io.weekbench.host.week;

import io.weekbench.api.Attachment;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Lookup;
import io.weekbench.api.Text;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.FieldType;
import io.weekbench.host.tracker.TableSpec;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values in the words of a person who reads them, in both languages. */
final class Wording {
    /** A line names a value; who wants all of a long text opens the item. */
    private static final int LONGEST = 60;

    private final Lookup items;
    private final Catalog catalog;

    Wording(Lookup items, Catalog catalog) {
        this.items = items;
        this.catalog = catalog;
    }

    Text title(TableSpec table, Item item) {
        Object value = item.values().get(table.title());
        return value == null
                ? same(item.ref().id())
                : table.field(table.title())
                        .map(field -> of(field, value))
                        .orElseGet(() -> same(item.ref().id()));
    }

    /**
     * @param value null where it is not set
     */
    Text of(FieldSpec field, @Nullable Object value) {
        if (value == null) {
            return same("—");
        } else if (value instanceof Boolean yes) {
            return yes ? new Text("yes", "是") : new Text("no", "否");
        } else if (value instanceof BigDecimal number && field.type() == FieldType.PERCENT) {
            return same(number.movePointRight(2).toPlainString() + " %");
        } else if (value instanceof BigDecimal number) {
            return same(number.toPlainString());
        } else if (value instanceof Attachment file) {
            return same(file.name());
        } else if (value instanceof ItemRef ref) {
            return reference(ref);
        } else if (value instanceof List<?> list) {
            return joined(list.stream().map(one -> of(field, one)).toList());
        }
        String text = value.toString();
        return field.choice(text).map(choice -> choice.label()).orElseGet(() -> same(cut(text)));
    }

    private Text reference(ItemRef ref) {
        return catalog.table(ref.table())
                .flatMap(table -> items.get(ref).map(item -> title(table, item)))
                .orElseGet(() -> same(ref.toString()));
    }

    private static Text joined(List<Text> texts) {
        return new Text(
                String.join(", ", texts.stream().map(Text::en).toList()),
                String.join("、", texts.stream().map(Text::zh).toList()));
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }

    private static Text same(String text) {
        return new Text(text, text);
    }
}
