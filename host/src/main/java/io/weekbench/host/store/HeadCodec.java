package io.weekbench.host.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.smile.SmileFactory;
import com.fasterxml.jackson.dataformat.smile.SmileGenerator;
import com.fasterxml.jackson.dataformat.smile.SmileParser;
import io.weekbench.api.Origin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * All of a commit but the bodies of its items, as one flat Smile array.
 *
 * <p>Numbers that are usually small are written as distances, and what a change usually lacks costs
 * one bit of its shape. The bodies follow outside, so that each can be read alone.
 */
final class HeadCodec {
    /** The place in this list is the code on disk: append only. */
    private static final List<Origin.Kind> ORIGINS =
            List.of(
                    Origin.Kind.PERSON,
                    Origin.Kind.SOURCE,
                    Origin.Kind.IMPORT,
                    Origin.Kind.RULE,
                    Origin.Kind.UNDO,
                    Origin.Kind.HOST);

    private static final SmileFactory SMILE =
            SmileFactory.builder()
                    .disable(SmileGenerator.Feature.WRITE_HEADER)
                    .disable(SmileParser.Feature.REQUIRE_HEADER)
                    .build();

    private HeadCodec() {}

    static byte[] encode(StoredCommit commit) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator out = SMILE.createGenerator(bytes)) {
            out.writeStartArray();
            writeHead(out, commit.head());
            for (StoredChange change : commit.changes()) {
                ChangeCodec.write(out, change);
            }
            out.writeEndArray();
        }
        return bytes.toByteArray();
    }

    /** The changes carry their bodies, taken one after the other from {@code bodies}. */
    static StoredCommit decode(long revision, byte[] head, BodySource bodies) throws IOException {
        try (JsonParser in = SMILE.createParser(head)) {
            in.nextToken();
            StoredCommit.Head who = readHead(in, revision);
            List<StoredChange> changes = new ArrayList<>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                changes.add(ChangeCodec.read(in, bodies));
            }
            return new StoredCommit(who, changes);
        }
    }

    private static void writeHead(JsonGenerator out, StoredCommit.Head head) throws IOException {
        long millis = head.time().toEpochMilli();
        if (!Instant.ofEpochMilli(millis).equals(head.time())) {
            throw new IllegalStateException("Commit times are to the millisecond: " + head);
        }
        out.writeNumber(millis);
        out.writeString(head.actor());
        out.writeString(head.reason());
        out.writeNumber(ORIGINS.indexOf(head.origin().kind()));
        out.writeString(head.origin().name());
        out.writeNumber(head.revision() - head.step());
        out.writeNumber(head.stepLeft());
        out.writeNumber(head.causedBy() == 0 ? 0 : head.revision() - head.causedBy());
    }

    private static StoredCommit.Head readHead(JsonParser in, long revision) throws IOException {
        Instant time = Instant.ofEpochMilli(number(in));
        String actor = text(in);
        String reason = text(in);
        Origin origin = new Origin(ORIGINS.get(integer(in)), text(in));
        long step = revision - number(in);
        int stepLeft = integer(in);
        long back = number(in);
        return new StoredCommit.Head(
                revision,
                time,
                actor,
                reason,
                origin,
                step,
                stepLeft,
                back == 0 ? 0 : revision - back);
    }

    static long number(JsonParser in) throws IOException {
        in.nextToken();
        return in.getLongValue();
    }

    static int integer(JsonParser in) throws IOException {
        in.nextToken();
        return in.getIntValue();
    }

    static String text(JsonParser in) throws IOException {
        if (in.nextToken() != JsonToken.VALUE_STRING) {
            throw new IOException("Text expected, not " + in.currentToken());
        }
        return in.getText();
    }

    /** Hands out the bodies of a frame in their order. */
    interface BodySource {
        byte[] next(int length) throws IOException;
    }
}
