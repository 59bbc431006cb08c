package io.weekbench.host.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.weekbench.api.Evidence;
import io.weekbench.api.Grounds;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One change within a {@link HeadCodec head}: its shape, table and id, then what it does have. */
final class ChangeCodec {
    /** The place in this list is the code on disk; there is room for these four. */
    private static final List<StoredChange.Kind> KINDS =
            List.of(
                    StoredChange.Kind.CREATED,
                    StoredChange.Kind.UPDATED,
                    StoredChange.Kind.DELETED,
                    StoredChange.Kind.PURGED);

    private static final int KIND = 3;
    private static final int BODY = 1 << 2;
    private static final int PAST = 1 << 3;
    private static final int FREED = 1 << 4;
    private static final int TAKEN = 1 << 5;
    private static final int DROPPED = 1 << 6;
    private static final int ADDED = 1 << 7;
    private static final int GROUNDS = 1 << 8;

    private ChangeCodec() {}

    static void write(JsonGenerator out, StoredChange change) throws IOException {
        out.writeNumber(shape(change));
        out.writeNumber(change.table());
        out.writeString(change.id());
        if (change.body() != null) {
            out.writeNumber(change.body().length);
        }
        writeUnlessNull(out, change.freedKey());
        writeUnlessNull(out, change.takenKey());
        writeUnlessEmpty(out, change.droppedReferences());
        writeUnlessEmpty(out, change.addedReferences());
        if (!change.grounds().isEmpty()) {
            writeGrounds(out, change.grounds());
        }
    }

    /** The parser stands on the shape. */
    static StoredChange read(JsonParser in, HeadCodec.BodySource bodies) throws IOException {
        int shape = in.getIntValue();
        int table = HeadCodec.integer(in);
        String id = HeadCodec.text(in);
        return new StoredChange(
                KINDS.get(shape & KIND),
                table,
                id,
                has(shape, BODY) ? bodies.next(HeadCodec.integer(in)) : null,
                has(shape, PAST),
                has(shape, FREED) ? HeadCodec.text(in) : null,
                has(shape, TAKEN) ? HeadCodec.text(in) : null,
                has(shape, DROPPED) ? readTargets(in) : List.of(),
                has(shape, ADDED) ? readTargets(in) : List.of(),
                has(shape, GROUNDS) ? readGrounds(in) : Grounds.NONE);
    }

    private static boolean has(int shape, int part) {
        return (shape & part) != 0;
    }

    private static int shape(StoredChange change) {
        return KINDS.indexOf(change.kind())
                | (change.body() != null ? BODY : 0)
                | (change.past() ? PAST : 0)
                | (change.freedKey() != null ? FREED : 0)
                | (change.takenKey() != null ? TAKEN : 0)
                | (change.droppedReferences().isEmpty() ? 0 : DROPPED)
                | (change.addedReferences().isEmpty() ? 0 : ADDED)
                | (change.grounds().isEmpty() ? 0 : GROUNDS);
    }

    private static void writeUnlessNull(JsonGenerator out, @Nullable String text)
            throws IOException {
        if (text != null) {
            out.writeString(text);
        }
    }

    private static void writeUnlessEmpty(JsonGenerator out, List<StoredChange.Target> targets)
            throws IOException {
        if (targets.isEmpty()) {
            return;
        }
        out.writeNumber(targets.size());
        for (StoredChange.Target target : targets) {
            out.writeNumber(target.field());
            out.writeNumber(target.table());
            out.writeString(target.id());
        }
    }

    private static List<StoredChange.Target> readTargets(JsonParser in) throws IOException {
        int count = HeadCodec.integer(in);
        List<StoredChange.Target> targets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            targets.add(
                    new StoredChange.Target(
                            HeadCodec.integer(in), HeadCodec.integer(in), HeadCodec.text(in)));
        }
        return targets;
    }

    private static void writeGrounds(JsonGenerator out, Grounds grounds) throws IOException {
        out.writeNumber(grounds.answers().size());
        for (Map.Entry<String, String> answer : grounds.answers().entrySet()) {
            out.writeString(answer.getKey());
            out.writeString(answer.getValue());
        }
        out.writeNumber(grounds.evidence().size());
        for (Evidence evidence : grounds.evidence()) {
            out.writeString(evidence.address());
            out.writeString(evidence.quote());
            if (evidence.foundOn() == null) {
                out.writeNull();
            } else {
                out.writeNumber(evidence.foundOn().toEpochDay());
            }
        }
    }

    private static Grounds readGrounds(JsonParser in) throws IOException {
        Map<String, String> answers = new LinkedHashMap<>();
        for (int left = HeadCodec.integer(in); left > 0; left--) {
            answers.put(HeadCodec.text(in), HeadCodec.text(in));
        }
        List<Evidence> evidence = new ArrayList<>();
        for (int left = HeadCodec.integer(in); left > 0; left--) {
            evidence.add(new Evidence(HeadCodec.text(in), HeadCodec.text(in), readDay(in)));
        }
        return new Grounds(answers, evidence);
    }

    private static @Nullable LocalDate readDay(JsonParser in) throws IOException {
        return in.nextToken() == JsonToken.VALUE_NULL
                ? null
                : LocalDate.ofEpochDay(in.getLongValue());
    }
}
