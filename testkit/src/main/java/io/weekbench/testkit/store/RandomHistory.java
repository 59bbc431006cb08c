package io.weekbench.testkit.store;

import io.weekbench.api.Grounds;
import io.weekbench.host.store.StoredChange;
import io.weekbench.host.store.StoredChange.Target;
import io.weekbench.host.store.StoredCommit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Seeded commits such as a road would make: items of three tables come, change, go and come again,
 * take and give up keys, refer to each other; now and then a body is large. Few ids and keys, so
 * that they meet often. Table 3 keeps no past.
 */
public final class RandomHistory {
    public static final List<Integer> TABLES = List.of(1, 2, 3);
    public static final List<String> IDS =
            List.of("a", "ab", "b", "item-1", "item-10", "item-2", "Z", "_", "-", "0");
    public static final List<String> KEYS =
            List.of("", "k", "kk", "键", "键".repeat(40), "\0", "k\0", "partner | name");

    private final Random random;
    private final Map<List<Object>, Item> live = new HashMap<>();
    private final Map<List<Object>, String> takenKeys = new HashMap<>();
    private long revision;

    /** What a live item holds on to. */
    private record Item(@Nullable String key, Set<Target> references) {}

    public RandomHistory(long seed) {
        random = new Random(seed);
    }

    /** The next one to five commits. */
    public List<StoredCommit> group() {
        List<StoredCommit> group = new ArrayList<>();
        int commits = 1 + random.nextInt(5);
        while (group.size() < commits) {
            group.add(next());
        }
        return group;
    }

    /** The next commit. */
    public StoredCommit next() {
        revision++;
        Set<List<Object>> chosen = new LinkedHashSet<>();
        int changes = random.nextInt(10) == 0 ? 12 : 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            chosen.add(List.of(pick(TABLES), pick(IDS)));
        }
        List<StoredChange> made = new ArrayList<>();
        chosen.forEach(item -> made.add(change(item)));
        return Commits.commit(revision, Commits.time(revision - revision % 3), made);
    }

    private StoredChange change(List<Object> named) {
        Item before = live.get(named);
        boolean deletes = before != null && random.nextInt(4) == 0;
        Item after = deletes ? null : item((Integer) named.get(0), before);
        String had = before == null ? null : before.key();
        String has = after == null ? null : after.key();
        boolean keyChanges = !Objects.equals(had, has);
        if (keyChanges && had != null) {
            takenKeys.remove(List.<Object>of(named.get(0), had));
        }
        if (keyChanges && has != null) {
            takenKeys.put(List.of(named.get(0), has), (String) named.get(1));
        }
        Set<Target> referred = before == null ? Set.of() : before.references();
        Set<Target> refers = after == null ? Set.of() : after.references();
        if (after == null) {
            live.remove(named);
        } else {
            live.put(named, after);
        }
        return change(
                kind(before, after),
                named,
                keyChanges ? had : null,
                keyChanges ? has : null,
                without(referred, refers),
                without(refers, referred));
    }

    @SuppressWarnings("NullAway") // it cannot see in a class file that an array may be null
    private StoredChange change(
            StoredChange.Kind kind,
            List<Object> named,
            @Nullable String freed,
            @Nullable String taken,
            List<Target> dropped,
            List<Target> added) {
        int table = (Integer) named.get(0);
        return new StoredChange(
                kind,
                table,
                (String) named.get(1),
                kind == StoredChange.Kind.DELETED ? null : body(),
                table != 3,
                freed,
                taken,
                dropped,
                added,
                Grounds.NONE);
    }

    private Item item(int table, @Nullable Item before) {
        String key = before == null ? null : before.key();
        if (random.nextInt(3) == 0) {
            String wanted = pick(KEYS);
            key = takenKeys.containsKey(List.<Object>of(table, wanted)) ? key : wanted;
        }
        Set<Target> references = new LinkedHashSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            references.add(new Target(1 + random.nextInt(2), pick(TABLES), pick(IDS)));
        }
        return new Item(key, references);
    }

    private byte[] body() {
        int length = random.nextInt(8) == 0 ? 1000 + random.nextInt(3000) : random.nextInt(60);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append((char) ('!' + random.nextInt(90)));
        }
        return Commits.bytes(text.toString());
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static StoredChange.Kind kind(@Nullable Item before, @Nullable Item after) {
        return after == null
                ? StoredChange.Kind.DELETED
                : before == null ? StoredChange.Kind.CREATED : StoredChange.Kind.UPDATED;
    }

    private static List<Target> without(Set<Target> all, Set<Target> some) {
        return all.stream().filter(target -> !some.contains(target)).toList();
    }
}
