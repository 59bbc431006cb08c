package io.weekbench.plugins.communitynews;

import io.weekbench.api.Fetched;
import io.weekbench.api.Fetched.Validators;
import io.weekbench.api.Item;
import io.weekbench.api.Outcome;
import io.weekbench.api.Problem;
import io.weekbench.api.Request;
import io.weekbench.api.Workbench;
import io.weekbench.plugins.communitynews.feed.Feed;
import io.weekbench.plugins.communitynews.feed.FeedReader;
import io.weekbench.plugins.communitynews.feed.NotAFeedException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One visit to one source, and what came of those before. Whatever comes of it is one commit: the
 * items together with what the server wants them recognised by, so that neither is there without
 * the other.
 */
final class Visit {
    private static final Duration BACK_OFF = Duration.ofMinutes(30);
    private static final int MOST_DOUBLINGS = 6;
    private static final int TROUBLE = 1_000;
    private static final int VALIDATOR = 1_000;

    private final Item source;
    private final Workbench workbench;
    private final @Nullable Item before;

    private Visit(Item source, Workbench workbench, @Nullable Item before) {
        this.source = source;
        this.workbench = workbench;
        this.before = before;
    }

    static Visit of(Item source, Workbench workbench) {
        Optional<Item> before =
                workbench.snapshot().byKey(CommunityNews.VISIT, List.of(source.ref()));
        return new Visit(source, workbench, before.orElse(null));
    }

    private Optional<Item> before() {
        return Optional.ofNullable(before);
    }

    boolean isDue() {
        return before().flatMap(visit -> visit.instant("next"))
                .map(next -> !next.isAfter(now()))
                .orElse(true);
    }

    Validators validators() {
        return before().map(
                        visit ->
                                new Validators(
                                        visit.text("etag").orElse(""),
                                        visit.text("lastModified").orElse("")))
                .orElse(Validators.NONE);
    }

    List<Problem> answered(Fetched.Content content) {
        String address = source.text("address").orElseThrow();
        Feed feed;
        try {
            feed =
                    FeedReader.read(
                            content.bytes(),
                            content.headers().getOrDefault("content-type", ""),
                            content.address().toString());
        } catch (NotAFeedException e) {
            return failed(Troubles.noFeed(address, e.what()), null);
        }
        Changes changes = new Changes(source, workbench.snapshot());
        changes.source(feed, content);
        changes.items(feed);
        Map<String, @Nullable Object> state = well();
        state.put("etag", fitting(content.validators().etag()));
        state.put("lastModified", fitting(content.validators().lastModified()));
        List<Request> requests = new ArrayList<>(changes.requests());
        requests.add(kept(state));
        return submit(changes.reason(), requests)
                .map(problem -> failed(Troubles.notKept(address, problem), null))
                .orElse(List.of());
    }

    /** One that is cut would recognise nothing. */
    private static @Nullable String fitting(String validator) {
        return validator.isEmpty() || validator.length() > VALIDATOR ? null : validator;
    }

    List<Problem> unchanged() {
        submit("", List.of(kept(well())));
        return List.of();
    }

    List<Problem> failed(Problem problem, @Nullable Instant notBefore) {
        submit("", List.of(kept(badly(problem, notBefore))));
        return List.of(problem);
    }

    /** Nobody asks again what is gone for good, except a person. */
    List<Problem> gone(Problem problem) {
        Map<String, @Nullable Object> paused = Map.of("paused", true);
        submit(
                problem.message().en(),
                List.of(
                        new Request.Update(source.ref(), source.revision(), paused),
                        kept(badly(problem, null))));
        return List.of(problem);
    }

    private Map<String, @Nullable Object> well() {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("asked", now());
        state.put("answered", now());
        state.put("failures", 0L);
        state.put("trouble", null);
        state.put("next", null);
        return state;
    }

    private Map<String, @Nullable Object> badly(Problem problem, @Nullable Instant notBefore) {
        long failures = before().flatMap(visit -> visit.integer("failures")).orElse(0L) + 1;
        Instant backOff =
                now().plus(BACK_OFF.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS)));
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("asked", now());
        state.put("failures", failures);
        state.put(
                "trouble", Cut.to(TROUBLE, problem.message().zh() + " " + problem.message().en()));
        state.put("next", notBefore != null && notBefore.isAfter(backOff) ? notBefore : backOff);
        return state;
    }

    private Request kept(Map<String, @Nullable Object> state) {
        if (before != null) {
            return new Request.Update(before.ref(), Request.ANY, state);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("source", source.ref());
        state.forEach(
                (field, value) -> {
                    if (value != null) {
                        values.put(field, value);
                    }
                });
        return new Request.Create(CommunityNews.VISIT, values);
    }

    private Optional<Problem> submit(String reason, List<Request> requests) {
        Outcome outcome = workbench.submit(new Request.Batch(reason, requests));
        return outcome instanceof Outcome.Refused refused
                ? Optional.of(refused.problems().get(0))
                : Optional.empty();
    }

    private Instant now() {
        return workbench.clock().instant();
    }
}
