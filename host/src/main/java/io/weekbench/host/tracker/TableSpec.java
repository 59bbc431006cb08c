package io.weekbench.host.tracker;

import io.weekbench.api.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One table of a tracker.
 *
 * <p>Not a record: it answers by name and by number, and both maps are made once.
 */
public final class TableSpec {
    /** The field of a ledger that a reversing entry names what it takes back in. */
    public static final String REVERSES = "reverses";

    private final int number;
    private final String id;
    private final Text label;
    private final @Nullable Text description;
    private final List<String> key;
    private final String title;
    private final boolean append;
    private final boolean history;
    private final boolean retired;
    private final List<FieldSpec> fields;
    private final List<FieldSpec> referring;
    private final boolean derives;
    private final Map<String, FieldSpec> byId = new HashMap<>();
    private final Map<Integer, FieldSpec> byNumber = new HashMap<>();

    /**
     * @param number stable for ever; 0 until {@link SpecNumbers} has given it one
     * @param id the full id, {@code tracker.table}
     * @param key ids of the fields that name an item naturally; empty for none
     * @param title id of the field that names an item for a person
     * @param append whether items are only ever added
     * @param history whether replaced versions stay readable
     * @param retired whether the tracker no longer declares it: nothing is written any more, and
     *     all of it stays readable under the ids it had
     * @param fields declared ones in order, then retired ones
     */
    public TableSpec(
            int number,
            String id,
            Text label,
            @Nullable Text description,
            List<String> key,
            String title,
            boolean append,
            boolean history,
            boolean retired,
            List<FieldSpec> fields) {
        this.number = number;
        this.id = id;
        this.label = label;
        this.description = description;
        this.key = List.copyOf(key);
        this.title = title;
        this.append = append;
        this.history = history;
        this.retired = retired;
        this.fields = List.copyOf(fields);
        this.derives = fields.stream().anyMatch(field -> !field.isStored());
        this.referring = fields.stream().filter(FieldSpec::refers).toList();
        for (FieldSpec field : fields) {
            byNumber.put(field.number(), field);
            if (!field.retired()) {
                byId.put(field.id(), field);
            }
        }
    }

    /** A declared table without a description. */
    public TableSpec(
            int number,
            String id,
            Text label,
            List<String> key,
            String title,
            boolean append,
            boolean history,
            List<FieldSpec> fields) {
        this(number, id, label, null, key, title, append, history, false, fields);
    }

    public int number() {
        return number;
    }

    public String id() {
        return id;
    }

    /** The id within its tracker: {@code item} of {@code partner-roadmap.item}. */
    public String shortId() {
        return id.substring(id.indexOf('.') + 1);
    }

    /** The id of its tracker. */
    public String tracker() {
        return id.substring(0, Math.max(0, id.indexOf('.')));
    }

    public Text label() {
        return label;
    }

    public @Nullable Text description() {
        return description;
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

    public boolean retired() {
        return retired;
    }

    /** Declared fields in order, then retired ones. */
    public List<FieldSpec> fields() {
        return fields;
    }

    /** Those that lead to other items and are written. */
    public List<FieldSpec> referring() {
        return referring;
    }

    /** Whether any of its fields is worked out when it is read. */
    public boolean derives() {
        return derives;
    }

    /** A declared field. */
    public Optional<FieldSpec> field(String fieldId) {
        return Optional.ofNullable(byId.get(fieldId));
    }

    /** A field that is or once was declared. */
    public Optional<FieldSpec> field(int fieldNumber) {
        return Optional.ofNullable(byNumber.get(fieldNumber));
    }

    /** With the host's own field {@value #REVERSES}, unless the table declares one. */
    TableSpec asLedger() {
        if (field(REVERSES).isPresent()) {
            return this;
        }
        List<FieldSpec> more = new ArrayList<>(fields);
        more.add(
                FieldSpec.named(REVERSES, FieldType.REFERENCE, new Text("Reverses", "冲销"))
                        .to(id)
                        .build());
        return with(number, retired, more);
    }

    TableSpec with(int newNumber, boolean isRetired, List<FieldSpec> newFields) {
        return new TableSpec(
                newNumber,
                id,
                label,
                description,
                key,
                title,
                append,
                history,
                isRetired,
                newFields);
    }

    @Override
    public boolean equals(@Nullable Object object) {
        if (this == object) {
            return true;
        }
        return object instanceof TableSpec other && parts().equals(other.parts());
    }

    private List<@Nullable Object> parts() {
        // List.of takes no nulls, and a description may be missing.
        return java.util.Arrays.asList(
                number, id, label, description, key, title, append, history, retired, fields);
    }

    /** Cheap on purpose: compiled expressions are cached by their table. */
    @Override
    public int hashCode() {
        return id.hashCode() * 31 + fields.size();
    }

    @Override
    public String toString() {
        return id;
    }
}
