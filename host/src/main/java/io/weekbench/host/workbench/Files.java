package io.weekbench.host.workbench;

import io.weekbench.api.Attachment;
import java.io.InputStream;

/** Where attachments are kept; see {@link io.weekbench.api.Workbench#keep}. */
public interface Files {

    Attachment keep(String name, String mediaType, InputStream content);

    InputStream open(Attachment file);

    /** Whether its content was kept. */
    boolean has(Attachment file);
}
