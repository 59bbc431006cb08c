package io.weekbench.host.home;

import io.weekbench.api.Attachment;
import io.weekbench.api.ErrorCode;
import io.weekbench.api.WeekbenchException;
import io.weekbench.host.workbench.Files;
import java.io.InputStream;

final class PlainFiles implements Files {
    @Override
    public Attachment keep(String name, String mediaType, InputStream content) {
        throw new WeekbenchException(ErrorCode.NOT_FOUND, "files");
    }

    @Override
    public InputStream open(Attachment file) {
        throw new WeekbenchException(ErrorCode.NOT_FOUND, "files");
    }
}
