package io.weekbench.host.workbench;

import io.weekbench.api.Outcome;
import io.weekbench.api.Request;
import io.weekbench.host.tracker.Catalog;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * In which order the requests of a step are written, and which of them share a commit: as they
 * came, but nothing before what it needs, and what goes round in a circle together. So the rows of
 * a file may stand in any order, however large it is.
 *
 * <p>The circles are the strongly connected components of what needs what, found by Tarjan's
 * algorithm, which names each after those it needs. It keeps a path of its own instead of calling
 * itself: ten thousand rows may each rest on the next.
 */
final class StepOrder {
    private final List<Request> requests;
    private final StepNeeds needs;
    private final int[] found;
    private final int[] lowest;
    private final boolean[] placed;
    private final Deque<Visit> path = new ArrayDeque<>();
    private final Deque<Integer> unplaced = new ArrayDeque<>();
    private final List<List<Integer>> units = new ArrayList<>();
    private int finds;

    StepOrder(List<Request> requests, State now, Catalog catalog) {
        this.requests = requests;
        this.needs = new StepNeeds(requests, now, catalog);
        this.found = new int[requests.size()];
        this.lowest = new int[requests.size()];
        this.placed = new boolean[requests.size()];
        for (int place = 0; place < requests.size(); place++) {
            if (found[place] == 0) {
                visitFrom(place);
            }
        }
    }

    /** How far one request's needs were followed. */
    private static final class Visit {
        final int place;
        final int[] needs;
        int next;

        Visit(int place, int[] needs) {
            this.place = place;
            this.needs = needs;
        }
    }

    private void visitFrom(int root) {
        open(root);
        while (!path.isEmpty()) {
            Visit visit = path.element();
            if (visit.next < visit.needs.length) {
                follow(visit.place, visit.needs[visit.next++]);
            } else {
                path.remove();
                close(visit.place);
            }
        }
    }

    private void open(int place) {
        found[place] = ++finds;
        lowest[place] = finds;
        unplaced.push(place);
        path.push(new Visit(place, needs.of(place)));
    }

    private void follow(int from, int to) {
        if (found[to] == 0) {
            open(to);
        } else if (!placed[to]) {
            lowest[from] = Math.min(lowest[from], found[to]);
        }
    }

    private void close(int place) {
        if (!path.isEmpty()) {
            int below = path.element().place;
            lowest[below] = Math.min(lowest[below], lowest[place]);
        }
        if (lowest[place] == found[place]) {
            units.add(unitOf(place));
        }
    }

    private List<Integer> unitOf(int first) {
        List<Integer> unit = new ArrayList<>(1);
        int place;
        do {
            place = unplaced.pop();
            placed[place] = true;
            unit.add(place);
        } while (place != first);
        Collections.sort(unit);
        return unit;
    }

    /** A circle that is too large for one commit cannot be written at all. */
    Optional<Outcome> refusal() {
        return units.stream()
                .filter(unit -> unit.size() > Limits.MAX_REQUESTS)
                .findFirst()
                .map(
                        unit ->
                                new Outcome.Refused(
                                        List.of(
                                                StepRefusals.circle(
                                                        "requests[" + unit.get(0) + "]",
                                                        unit.size(),
                                                        Limits.MAX_REQUESTS))));
    }

    List<Chunk> chunks(String reason) {
        List<Chunk> chunks = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (List<Integer> unit : units) {
            if (!places.isEmpty() && places.size() + unit.size() > Steps.CHUNK) {
                chunks.add(Chunk.of(reason, requests, places));
                places.clear();
            }
            places.addAll(unit);
        }
        chunks.add(Chunk.of(reason, requests, places));
        return chunks;
    }
}
