package io.weekbench.host.tracker;

import io.weekbench.api.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One table of a tracker.
 *
 * <p>Not a record: it answers by name and by number, and both maps are made once.
 */
public final class TableSpec {
    private final int number;
    private final String id;
    private final Text label;
    private final List<String> key;
    private final String title;
    private final boolean append;
    private final boolean history;
    private final List<FieldSpec> fields;
    private final Map<String, FieldSpec> byId = new HashMap<>();
    private final Map<Integer, FieldSpec> byNumber = new HashMap<>();

    /**
     * @param number stable for ever
     * @param id the full id, {@code tracker.table}
     * @param key ids of the fields that name an item naturally; empty for none
     * @param title id of the field that names an item for a person
     * @param append whether items are only ever added
     * @param history whether replaced versions stay readable
     * @param fields declared ones in order, then retired ones
     */
    public TableSpec(
            int number,
            String id,
            Text label,
            List<String> key,
            String title,
            boolean append,
            boolean history,
            List<FieldSpec> fields) {
        this.number = number;
        this.id = id;
        this.label = label;
        this.key = List.copyOf(key);
        this.title = title;
        this.append = append;
        this.history = history;
        this.fields = List.copyOf(fields);
        for (FieldSpec field : fields) {
            byNumber.put(field.number(), field);
            if (!field.retired()) {
                byId.put(field.id(), field);
            }
        }
    }

    public int number() {
        return number;
    }

    public String id() {
        return id;
    }

    public Text label() {
        return label;
    }

    public List<String> key() {
        return key;
    }

    public String title() {
        return title;
    }

    public boolean append() {
        return append;
    }

    public boolean history() {
        return history;
    }

    /** Declared fields in order, then retired ones. */
    public List<FieldSpec> fields() {
        return fields;
    }

    /** A declared field. */
    public Optional<FieldSpec> field(String fieldId) {
        return Optional.ofNullable(byId.get(fieldId));
    }

    /** A field that is or once was declared. */
    public Optional<FieldSpec> field(int fieldNumber) {
        return Optional.ofNullable(byNumber.get(fieldNumber));
    }

    @Override
    public String toString() {
        return id;
    }
}
