package io.weekbench.host.store;

import io.weekbench.api.Evidence;
import io.weekbench.api.Grounds;
import io.weekbench.api.Origin;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Seeded commits of every shape, and commits as text, to compare them whole. */
final class Commits {
    private static final int[] LETTERS = "abc 版本规划 😀\"\\é".codePoints().toArray();

    private final SplittableRandom random;

    Commits(long seed) {
        random = new SplittableRandom(seed);
    }

    /** About as large as a person's edit of one item is: 300 bytes a frame. */
    static StoredCommit edit(long revision) {
        byte[] body =
                Body.encode(
                        inOrder(
                                1, "PostgreSQL 18 in all regions",
                                2, "planned",
                                3, LocalDate.of(2026, 9, 30),
                                4, "Waits for the new storage; 与存储团队对齐排期"));
        StoredChange change =
                new StoredChange(
                        StoredChange.Kind.UPDATED,
                        12,
                        "item-" + revision % 1000,
                        body,
                        true,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        Grounds.NONE);
        return new StoredCommit(head(revision, "wang", "slipped by a month"), List.of(change));
    }

    static StoredCommit.Head head(long revision, String actor, String reason) {
        return new StoredCommit.Head(
                revision,
                Instant.ofEpochMilli(1_790_000_000_000L + revision),
                actor,
                reason,
                new Origin(Origin.Kind.PERSON, ""),
                revision,
                0,
                0);
    }

    StoredCommit next(long revision) {
        return next(revision, 200);
    }

    /**
     * @param longest body, about
     */
    StoredCommit next(long revision, int longest) {
        Origin.Kind[] kinds = Origin.Kind.values();
        StoredCommit.Head head =
                new StoredCommit.Head(
                        revision,
                        Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L)),
                        text(12),
                        text(30),
                        new Origin(kinds[random.nextInt(kinds.length)], text(8)),
                        Math.max(1, revision - random.nextInt(3)),
                        random.nextInt(500),
                        random.nextInt(4) == 0 ? Math.max(0, revision - 1) : 0);
        List<StoredChange> changes = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            changes.add(change(longest));
        }
        return new StoredCommit(head, changes);
    }

    private StoredChange change(int longest) {
        StoredChange.Kind[] kinds = StoredChange.Kind.values();
        StoredChange.Kind kind = kinds[random.nextInt(kinds.length)];
        boolean live = kind == StoredChange.Kind.CREATED || kind == StoredChange.Kind.UPDATED;
        return new StoredChange(
                kind,
                random.nextInt(3000),
                "i" + random.nextInt(100),
                live ? body(longest) : null,
                random.nextBoolean(),
                maybeText(),
                maybeText(),
                targets(),
                targets(),
                grounds());
    }

    private byte[] body(int longest) {
        return Body.encode(
                inOrder(1, text(longest), 2, random.nextLong(), 3, LocalDate.ofEpochDay(20_000)));
    }

    private static Map<Integer, Object> inOrder(Object... fieldsAndValues) {
        Map<Integer, Object> values = new TreeMap<>();
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            values.put((Integer) fieldsAndValues[i], fieldsAndValues[i + 1]);
        }
        return values;
    }

    private List<StoredChange.Target> targets() {
        List<StoredChange.Target> targets = new ArrayList<>();
        while (random.nextInt(3) == 0) {
            targets.add(
                    new StoredChange.Target(random.nextInt(50), random.nextInt(40), text(6) + "x"));
        }
        return targets;
    }

    private Grounds grounds() {
        return switch (random.nextInt(4)) {
            case 0 -> new Grounds(Map.of("slip", text(10), "a", ""), List.of());
            case 1 ->
                    new Grounds(
                            Map.of(),
                            List.of(
                                    new Evidence("https://a.example/", text(9), null),
                                    new Evidence("mail:1", "", LocalDate.of(2026, 8, 17))));
            default -> Grounds.NONE;
        };
    }

    private @Nullable String maybeText() {
        return random.nextBoolean() ? text(10) : null;
    }

    private String text(int longest) {
        StringBuilder text = new StringBuilder();
        for (int count = random.nextInt(longest + 1); count > 0; count--) {
            text.appendCodePoint(LETTERS[random.nextInt(LETTERS.length)]);
        }
        return text.toString();
    }

    /** Everything a commit says, bodies in hexadecimal. */
    static String text(StoredCommit commit) {
        StringBuilder text = new StringBuilder(commit.head().toString());
        for (StoredChange change : commit.changes()) {
            byte[] body = change.body();
            text.append('\n')
                    .append(change.toString().replaceAll("body=[^,]*", ""))
                    .append(body == null ? "no body" : HexFormat.of().formatHex(body));
        }
        return text.toString();
    }
}
