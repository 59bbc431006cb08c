package io.weekbench.host.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.weekbench.api.Grouping;
import io.weekbench.api.Groups;
import io.weekbench.api.Page;
import io.weekbench.api.Query;
import io.weekbench.host.json.AsOf;
import io.weekbench.host.json.FigureText;
import io.weekbench.host.json.SortText;
import io.weekbench.host.search.AnswerWriter;
import io.weekbench.host.tracker.TableSpec;
import io.weekbench.host.workbench.LiveWorkbench;
import io.weekbench.host.workbench.Present;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Pages and groups of a table, and words in all of them. */
final class Searches {
    private static final long FARTHEST = 1_000_000_000_000L;
    private static final int PAGE = 100;
    private static final int HITS = 20;
    private static final int MOST_HITS = 200;

    private final LiveWorkbench workbench;

    Searches(LiveWorkbench workbench) {
        this.workbench = workbench;
    }

    void items(Context ctx) {
        Optional<TableSpec> table = Tables.named(ctx, workbench);
        if (table.isEmpty()) {
            return;
        }
        Params params = Params.of(ctx);
        AsOf asOf = params.asOf();
        long seen = seen(params);
        Query query =
                new Query(
                        table.get().id(),
                        params.text("where"),
                        params.text("text"),
                        SortText.parse(params.text("sort")),
                        params.number("offset", 0, 0, FARTHEST),
                        (int) params.number("limit", PAGE, 0, Query.MAX_LIMIT));
        if (!params.refused()) {
            Present present = workbench.snapshots().present();
            Present.Answer<Page> answer =
                    asOf.isNow()
                            ? present.query(query, seen)
                            : now(asOf.look(Readers.of(workbench)).query(query));
            Page page = answer.value();
            reply(
                    ctx,
                    AnswerWriter.page(page, present.hits(query.text(), page), asOf.toString()),
                    answer);
        }
    }

    void groups(Context ctx) {
        Optional<TableSpec> table = Tables.named(ctx, workbench);
        if (table.isEmpty()) {
            return;
        }
        Params params = Params.of(ctx);
        AsOf asOf = params.asOf();
        long seen = seen(params);
        Grouping grouping =
                new Grouping(
                        table.get().id(),
                        params.text("where"),
                        params.text("text"),
                        names(params.text("by")),
                        figures(params));
        if (!params.refused()) {
            Present.Answer<Groups> answer =
                    asOf.isNow()
                            ? workbench.snapshots().present().groups(grouping, seen)
                            : now(asOf.look(Readers.of(workbench)).groups(grouping));
            reply(ctx, AnswerWriter.groups(answer.value()), answer);
        }
    }

    void search(Context ctx) {
        Params params = Params.of(ctx);
        long seen = seen(params);
        int limit = (int) params.number("limit", HITS, 0, MOST_HITS);
        if (!params.refused()) {
            Present.Answer<Present.Found> answer =
                    workbench
                            .snapshots()
                            .present()
                            .search(params.text("text"), names(params.text("tables")), limit, seen);
            reply(ctx, AnswerWriter.found(answer.value(), workbench.catalog()), answer);
        }
    }

    /** What the asker has seen; where they do not say, what there is. */
    private long seen(Params params) {
        long latest = workbench.store().revision();
        return params.number("seen", latest, 0, latest);
    }

    private static <T> Present.Answer<T> now(T value) {
        return new Present.Answer<>(value, false);
    }

    private static void reply(Context ctx, ObjectNode node, Present.Answer<?> answer) {
        if (answer.behind()) {
            node.put("behind", true);
        }
        Reply.json(ctx, node);
    }

    private static List<Grouping.Figure> figures(Params params) {
        List<Grouping.Figure> figures = new ArrayList<>();
        for (Grouping.Function function : Grouping.Function.values()) {
            for (String field : names(params.text(FigureText.word(function)))) {
                figures.add(new Grouping.Figure(function, field));
            }
        }
        return figures;
    }

    static List<String> names(String text) {
        return Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
