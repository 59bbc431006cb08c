package io.weekbench.host.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.weekbench.api.Evidence;
import io.weekbench.api.Grounds;
import io.weekbench.api.Origin;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class FrameCodecTest {
    private static final int LIFE = 0x11223344;

    @Test
    void givesBackEveryShapeOfCommit() throws IOException {
        Commits commits = new Commits(42);
        for (long revision = 1; revision <= 1000; revision++) {
            StoredCommit commit = commits.next(revision);
            Frame frame = FrameCodec.encode(commit, FrameHeader.Kind.COMMIT, LIFE, revision / 2);
            Frame parsed = Objects.requireNonNull(Frame.parse(frame.bytes()));
            assertEquals(frame.header(), parsed.header());
            assertEquals(Commits.text(commit), Commits.text(FrameCodec.decode(parsed)));
        }
    }

    /** Journals are read for ever: where this test fails, old ones can no longer be. */
    @Test
    void hasTheFormOnDiskThatOldJournalsHave() {
        Frame frame = FrameCodec.encode(sample(), FrameHeader.Kind.FIRST, LIFE, 0x0102_0304_04L);
        assertEquals(
                String.join(
                        "",
                        "fffe57000000008d3510ef8d",
                        "1122334400000001020304050000000100000066",
                        "f825015003631675b681e78e8b84e8b083e695b4c84075c4c6c8240fba24a041",
                        "6131c6426f6c64426e6577c2c824a24062c2c824a24063c243736c6970425226",
                        "44c4456d61696c3a3187e6999ae4b880e591a824050692456d61696c3a322021",
                        "c624a0407af9",
                        "f130f21e010203000000"),
                HexFormat.of().formatHex(bytes(frame)));
    }

    @Test
    void spendsFewBytesOnAnEdit() {
        Frame frame = FrameCodec.encode(Commits.edit(1000), FrameHeader.Kind.COMMIT, LIFE, 999);
        StoredCommit commit = Commits.edit(1000);
        int said =
                Objects.requireNonNull(commit.changes().get(0).body()).length
                        + "wang".length()
                        + "slipped by a month".length()
                        + "item-0".length();
        assertEquals(59, frame.header().length() - said, "bytes beside what is said");
    }

    @Test
    void refusesATimeThatItCannotKeep() {
        StoredCommit.Head head = Commits.head(1, "wang", "");
        StoredCommit finer =
                new StoredCommit(
                        new StoredCommit.Head(
                                1, head.time().plusNanos(1), "wang", "", head.origin(), 1, 0, 0),
                        List.of());
        assertThrows(
                IllegalStateException.class,
                () -> FrameCodec.encode(finer, FrameHeader.Kind.COMMIT, LIFE, 0));
    }

    private static StoredCommit sample() {
        StoredChange update =
                new StoredChange(
                        StoredChange.Kind.UPDATED,
                        16,
                        "a1",
                        new byte[] {1, 2, 3},
                        true,
                        "old",
                        "new",
                        List.of(new StoredChange.Target(4, 17, "b")),
                        List.of(new StoredChange.Target(4, 17, "c")),
                        new Grounds(
                                Map.of("slip", "R&D"),
                                List.of(
                                        new Evidence("mail:1", "晚一周", LocalDate.of(2026, 8, 16)),
                                        new Evidence("mail:2", "", null))));
        StoredChange purge =
                new StoredChange(
                        StoredChange.Kind.PURGED,
                        16,
                        "z",
                        null,
                        false,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        Grounds.NONE);
        return new StoredCommit(
                new StoredCommit.Head(
                        0x0102_0304_05L,
                        Instant.parse("2026-08-17T09:42:00.123Z"),
                        "王",
                        "调整",
                        new Origin(Origin.Kind.UNDO, "u"),
                        0x0102_0304_03L,
                        3,
                        0x0102_0304_01L),
                List.of(update, purge));
    }

    private static byte[] bytes(Frame frame) {
        ByteBuffer bytes = frame.bytes();
        byte[] copy = new byte[bytes.limit()];
        bytes.get(0, copy);
        return copy;
    }
}
