package io.weekbench.host.store;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.WeekbenchException;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;

/** The steps from a folder of files to a journal that can be appended to. */
final class Opening {
    private final Disk disk;
    private final JournalOptions options;
    private final long reached;

    Opening(Disk disk, JournalOptions options, long reached) {
        this.disk = disk;
        this.options = options;
        this.reached = reached;
    }

    Journal open() {
        try {
            Swap.finish(disk);
            throwAwayUnfinished();
            return open(Segments.open(disk));
        } catch (IOException e) {
            throw new WeekbenchException(
                    ErrorCode.READ_ONLY, "The journal cannot be opened: " + e.getMessage(), e);
        }
    }

    private void throwAwayUnfinished() throws IOException {
        for (String file : disk.list(Segment.FOLDER)) {
            if (file.endsWith(NextSegment.UNFINISHED)) {
                disk.delete(Segment.FOLDER + "/" + file);
            }
        }
    }

    private Journal open(Segments segments) throws IOException {
        try {
            NextSegment next = new NextSegment(disk, options.background());
            if (segments.all().isEmpty()) {
                segments.add(begin(next));
            }
            Survey.Findings findings = survey(segments);
            Settlement.settle(disk, segments, findings);
            int life = ThreadLocalRandom.current().nextInt();
            Appender appender = new Appender(segments, next, options, life, findings);
            appender.force();
            return new Journal(segments, next, appender);
        } catch (IOException | RuntimeException e) {
            closeBecause(e, segments);
            throw e;
        }
    }

    private Segment begin(NextSegment next) throws IOException {
        if (reached > 0) {
            throw new WeekbenchException(
                    ErrorCode.DAMAGED,
                    "The journal is gone, but the state has reached revision " + reached + ".");
        }
        return next.take(1, options.sizeOf(1));
    }

    private Survey.Findings survey(Segments segments) {
        try {
            return Survey.of(segments, reached);
        } catch (IOException e) {
            throw new WeekbenchException(
                    ErrorCode.DAMAGED,
                    "The journal cannot be read: "
                            + e.getMessage()
                            + ". `weekbench rescue FILE` saves what can be.",
                    e);
        }
    }

    private static void closeBecause(Exception failure, Segments segments) {
        try {
            segments.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
