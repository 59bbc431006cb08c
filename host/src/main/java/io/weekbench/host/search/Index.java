package io.weekbench.host.search;

import io.weekbench.api.Groups;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.host.expression.Expression;
import io.weekbench.host.search.Translation.Translated;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.TableSpec;
import io.weekbench.host.workbench.Asked;
import io.weekbench.host.workbench.Finder;
import io.weekbench.host.workbench.Grouped;
import io.weekbench.host.workbench.LiveWorkbench;
import io.weekbench.host.workbench.Reading;
import io.weekbench.host.workbench.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * What stands now, kept so that any page of it is found at once. It answers as of one revision,
 * which it tells; what it cannot answer it leaves to who looks at every item.
 *
 * <p>Any thread may ask. {@link Follower} writes.
 */
public final class Index implements Finder {
    private final LiveWorkbench live;
    private final ZoneId zone;
    private final Recent recent = new Recent();
    private final Orders orders = new Orders(recent);
    private final Follower follower;
    private volatile @Nullable FieldGraph graph;

    Index(Opening opening, Pace pace, LiveWorkbench live, ZoneId zone) {
        this.live = live;
        this.zone = zone;
        this.follower = new Follower(opening, pace, live, recent);
    }

    /**
     * The index in this folder, which is made where there is none. Nothing is read or written
     * before the first question, or before it is told to {@link #follow}.
     */
    public static Index in(Path folder, LiveWorkbench live, ZoneId zone) {
        return new Index(() -> FSDirectory.open(folder), Pace.USUAL, live, zone);
    }

    /**
     * Begins to come to where the store is, and stays there; until it has, what it is asked is
     * answered as of where it is, or not at all.
     */
    public void follow() {
        follower.start();
    }

    /** Waits until this revision can be asked about; whether it can. */
    public boolean await(long revision, long millis) {
        follow();
        return follower.await(revision, millis);
    }

    @Override
    public Optional<Found> find(Asked.Page page, Span span, Instant now) {
        return answer(page.items().table(), span, pin -> find(pin, page, now));
    }

    private Optional<Found> find(Pin pin, Asked.Page page, Instant now) throws IOException {
        TableSpec table = page.items().table();
        for (Asked.By by : page.sort()) {
            Column column = Column.of(table, by.field());
            boolean loose = Translation.isLoose(pin, column.order()) && !isChoice(column);
            if (loose || !pin.graph().isSteady(table, by.field())) {
                return Optional.empty();
            }
        }
        Translated asked = Translation.of(pin, page.items(), Clock.fixed(now, zone));
        Expression rest = asked.rest();
        IntPredicate also = rest == null ? null : rest(pin, table, rest, now);
        return Optional.of(orders.page(pin, Sorting.of(asked, page), page, also));
    }

    /** One that is not declared any more sorts as it should and only cannot be named. */
    private static boolean isChoice(Column column) {
        return column.field().type() == io.weekbench.host.tracker.FieldType.CHOICE;
    }

    /** Looks at the item of a document. */
    private IntPredicate rest(Pin pin, TableSpec table, Expression where, Instant now) {
        Reading reading = live.snapshots().reading(pin.revision(), now);
        Rows documents = new Rows(pin.reader());
        return document -> {
            try {
                Item item =
                        reading.get(new ItemRef(table.id(), documents.id(document))).orElse(null);
                return item != null && reading.holds(where, item);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    @Override
    public Optional<Groups> group(Grouped grouped, Span span, Instant now) {
        return answer(
                grouped.items().table(),
                span,
                pin -> {
                    Translated asked = Translation.of(pin, grouped.items(), Clock.fixed(now, zone));
                    return asked.rest() != null
                            ? Optional.empty()
                            : IndexGroups.of(
                                    pin,
                                    grouped,
                                    asked.query(),
                                    live.snapshots().reading(pin.revision(), now)::title);
                });
    }

    @Override
    public Optional<Hits> search(Wanted wanted, Span span) {
        return answer(null, span, pin -> Optional.of(search(pin, wanted)));
    }

    private Hits search(Pin pin, Wanted wanted) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(new TextQuery(wanted.text()).query(), Occur.MUST);
        if (!wanted.tables().isEmpty()) {
            List<BytesRef> tables =
                    wanted.tables().stream()
                            .flatMap(id -> pin.graph().catalog().table(id).stream())
                            .map(table -> Documents.table(table).bytes())
                            .toList();
            query.add(new TermInSetQuery(Documents.TABLE, tables), Occur.FILTER);
        }
        TopDocs best =
                pin.searcher()
                        .search(
                                query.build(),
                                new TopScoreDocCollectorManager(
                                        Math.max(1, wanted.limit()), null, Integer.MAX_VALUE));
        Rows documents = new Rows(pin.reader());
        List<ItemRef> refs = new java.util.ArrayList<>();
        for (int i = 0; i < Math.min(wanted.limit(), best.scoreDocs.length); i++) {
            refs.add(documents.ref(best.scoreDocs[i].doc, pin.graph()));
        }
        return new Hits(pin.revision(), best.totalHits.value, refs);
    }

    @Override
    public Words words(String text) {
        return new SoughtWords(text, this::graph);
    }

    /** Which fields of these specs are in the index, whether it has got there or not. */
    private FieldGraph graph(Catalog catalog) {
        FieldGraph known = graph;
        if (known == null || known.catalog() != catalog) {
            known = new FieldGraph(catalog);
            graph = known;
        }
        return known;
    }

    /** What is asked of the index at one revision. */
    private interface Question<T> {
        Optional<T> ask(Pin pin) throws IOException;
    }

    private <T> Optional<T> answer(@Nullable TableSpec table, Span span, Question<T> question) {
        if (table != null && !FieldGraph.isIndexed(table.number())) {
            return Optional.empty();
        }
        follow();
        Optional<Pin> held = follower.pin(span.from(), span.patienceMillis());
        if (held.isEmpty()) {
            return Optional.empty();
        }
        try (Pin pin = held.get()) {
            return fits(pin, table, span) ? question.ask(pin) : Optional.empty();
        } catch (IOException | UncheckedIOException e) {
            follower.damaged(e);
            return Optional.empty();
        }
    }

    private boolean fits(Pin pin, @Nullable TableSpec table, Span span) {
        if (span.exact() && pin.revision() != span.from()) {
            return false;
        }
        return table == null || (pin.knows(table) && !isOvertaken(pin, table));
    }

    /** A table without history shows every reader what came last; the index shows its revision. */
    private boolean isOvertaken(Pin pin, TableSpec table) {
        return !table.history() && pin.revision() < live.store().revision();
    }

    @Override
    public void close() {
        orders.close();
        follower.close();
    }
}
