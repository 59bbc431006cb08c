package io.weekbench.host.search;

import io.weekbench.api.Money;
import io.weekbench.host.expression.Expression;
import io.weekbench.host.expression.Filter;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.FieldType;
import io.weekbench.host.tracker.TableSpec;
import io.weekbench.host.workbench.Asked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * What is asked, as a query of the index. What the index cannot tell (conditions over two fields,
 * fields that change with the time) lets everything pass; then the query finds more than was asked,
 * and each item is looked at.
 */
final class Translation {
    private static final Filter EVERYTHING = new Filter.All(List.of());

    private final Pin pin;
    private final TableSpec table;
    private boolean exact = true;

    private Translation(Pin pin, TableSpec table) {
        this.pin = pin;
        this.table = table;
    }

    /**
     * @param rest what each item found has to be asked besides; null where the query says all
     * @param filter what decides of the condition, equal where the query is
     */
    record Translated(Query query, @Nullable Expression rest, Object filter) {}

    static Translated of(Pin pin, Asked asked, Clock clock) {
        Translation translation = new Translation(pin, asked.table());
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(new TermQuery(Documents.table(asked.table())), Occur.FILTER);
        Expression where = asked.where();
        Filter filter = where == null ? EVERYTHING : where.filter(clock);
        all.add(translation.query(filter), Occur.FILTER);
        if (!asked.text().isEmpty()) {
            all.add(new TextQuery(asked.text()).query(), Occur.FILTER);
        }
        if (where == null || translation.exact) {
            return new Translated(all.build(), null, filter);
        }
        Object moment = translation.isTimed(where) ? clock.instant() : "";
        return new Translated(all.build(), where, List.of(filter, moment));
    }

    /** Whether its answer changes without a commit. */
    private boolean isTimed(Expression where) {
        return where.isTimed()
                || where.fields().stream()
                        .flatMap(id -> table.field(id).stream())
                        .anyMatch(field -> !pin.graph().isSteady(table, field));
    }

    private Query query(Filter filter) {
        if (filter instanceof Filter.All all) {
            return joined(all.parts(), Occur.FILTER);
        } else if (filter instanceof Filter.Any any) {
            return joined(any.parts(), Occur.SHOULD);
        } else if (filter instanceof Filter.Known known) {
            return known(known);
        } else if (filter instanceof Filter.Between between) {
            return between(between);
        } else if (filter instanceof Filter.Has has) {
            return has(has);
        } else if (filter instanceof Filter.OfValue value) {
            Column column = column(value.field());
            return column == null || !tellsAll(column)
                    ? rest()
                    : new ValueQuery(column, value, value::holds);
        }
        return rest();
    }

    private Query joined(List<Filter> parts, Occur occur) {
        if (parts.isEmpty()) {
            return occur == Occur.FILTER ? new MatchAllDocsQuery() : new MatchNoDocsQuery();
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (Filter part : parts) {
            all.add(query(part), occur);
        }
        return all.build();
    }

    private Query known(Filter.Known known) {
        Column column = column(known.field());
        if (column == null) {
            return rest();
        }
        Query set = new FieldExistsQuery(column.order());
        return known.known() ? set : not(set);
    }

    private Query between(Filter.Between between) {
        Column column = column(between.field());
        if (column == null || column.isList() || !tellsAll(column)) {
            return rest();
        }
        FieldSpec field = column.field();
        if (field.type() == FieldType.CHOICE) {
            return new ValueQuery(column, between, v -> v != null && between.holds(v));
        } else if (isOtherMoney(field, between.least()) || isOtherMoney(field, between.most())) {
            return new MatchNoDocsQuery("another currency");
        }
        return SortedDocValuesField.newSlowRangeQuery(
                column.value(),
                bound(field, between.least()),
                bound(field, between.most()),
                between.withBounds(),
                between.withBounds());
    }

    private static @Nullable BytesRef bound(FieldSpec field, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return value instanceof String text ? Keys.text(text) : Keys.of(field, value);
    }

    private static boolean isOtherMoney(FieldSpec field, @Nullable Object bound) {
        return bound instanceof Money money && !money.currency().equals(field.currency());
    }

    private Query has(Filter.Has has) {
        Column column = column(has.field());
        if (column == null) {
            return rest();
        }
        Query element = new TermQuery(new Term(column.elements(), has.element()));
        if (has.wanted()) {
            return element;
        }
        return new BooleanQuery.Builder()
                .add(new FieldExistsQuery(column.order()), Occur.FILTER)
                .add(element, Occur.MUST_NOT)
                .build();
    }

    private static Query not(Query query) {
        return new BooleanQuery.Builder()
                .add(new MatchAllDocsQuery(), Occur.FILTER)
                .add(query, Occur.MUST_NOT)
                .build();
    }

    /** Null where the index does not hold it. */
    private @Nullable Column column(String id) {
        return table.field(id)
                .filter(field -> pin.graph().isSteady(table, field))
                .map(field -> Column.of(table, field))
                .orElse(null);
    }

    /** Whether values can be told from keys, all of them. */
    private boolean tellsAll(Column column) {
        FieldSpec field = column.field();
        boolean currency = field.type() != FieldType.MONEY || field.currency() != null;
        return currency && !column.isList() && !isLoose(pin, column.order());
    }

    /** Whether some key of the column does not say all there is to say. */
    static boolean isLoose(Pin pin, String column) {
        try {
            return pin.reader().docFreq(new Term(Documents.LOOSE, column)) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Query rest() {
        exact = false;
        return new MatchAllDocsQuery();
    }
}
