package io.weekbench.api;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a value comes from; given with an edit and kept with it for ever.
 *
 * @param address of the page, mail or document, as a URI
 * @param quote the sentence that says it, in the source's words; may be empty
 * @param foundOn the day somebody read it there
 */
public record Evidence(String address, String quote, @Nullable LocalDate foundOn) {

    /**
     * @throws IllegalArgumentException where the address is blank
     */
    public Evidence {
        if (address.isBlank()) {
            throw new IllegalArgumentException("Evidence without an address");
        }
    }
}
