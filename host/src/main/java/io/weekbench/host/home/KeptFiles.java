package io.weekbench.host.home;

import io.weekbench.api.Attachment;
import io.weekbench.api.ErrorCode;
import io.weekbench.api.WeekbenchException;
import io.weekbench.host.store.Attachments;
import io.weekbench.host.workbench.Files;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The attachments of a home, under their names and media types. */
record KeptFiles(Attachments attachments) implements Files {
    /** 64 MiB, the size a door takes. */
    static final long LIMIT_BYTES = 64L << 20;

    static KeptFiles open(Path home) {
        try {
            return new KeptFiles(Attachments.open(home, LIMIT_BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the attachments of " + home, e);
        }
    }

    @Override
    public Attachment keep(String name, String mediaType, InputStream content) {
        try {
            return attachments
                    .put(content)
                    .map(kept -> new Attachment(name, mediaType, kept.size(), kept.sha256()))
                    .orElseThrow(() -> tooLarge(name));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }

    private static WeekbenchException tooLarge(String name) {
        return new WeekbenchException(
                ErrorCode.TOO_LARGE, name + " is larger than " + (LIMIT_BYTES >> 20) + " MiB");
    }

    @Override
    public InputStream open(Attachment file) {
        return attachments.open(file.sha256());
    }

    @Override
    public boolean has(Attachment file) {
        return attachments.has(file.sha256());
    }
}
