package io.weekbench.api;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of fetching an address; made by the host, received by sources. */
public sealed interface Fetched {

    /**
     * What a server wants an answer to be recognised by, word for word; keep it once the content is
     * safe and not before, or what was lost is never sent again.
     *
     * @param etag empty where none was given
     * @param lastModified empty where none was given
     */
    record Validators(String etag, String lastModified) {
        public static final Validators NONE = new Validators("", "");
    }

    /**
     * Here it is.
     *
     * @param address where it was found in the end; relative links are relative to it
     * @param moved whether the address asked for has moved there for good
     * @param headers by their names in lower case
     * @param body the bytes as they are, not compressed any more; in which characters is for the
     *     reader to find out
     */
    record Content(
            URI address,
            boolean moved,
            Map<String, String> headers,
            ByteBuffer body,
            Validators validators)
            implements Fetched {
        public Content {
            headers = Map.copyOf(headers);
            body = body.asReadOnlyBuffer();
        }

        /** From its first byte on, whoever read before. */
        @Override
        public ByteBuffer body() {
            return body.duplicate();
        }

        /** A copy of the body. */
        public byte[] bytes() {
            byte[] bytes = new byte[body.remaining()];
            body().get(bytes);
            return bytes;
        }
    }

    /** It is still what was recognised by the validators. */
    record Unchanged() implements Fetched {}

    /** The server says that it is gone for good: do not ask again. */
    record Gone() implements Fetched {}

    /**
     * It did not come.
     *
     * @param problem what happened and what to do about it; its place is the address
     * @param notBefore when the server is ready to be asked again, where it said so
     */
    record Failed(Problem problem, @Nullable Instant notBefore) implements Fetched {}
}
