package io.weekbench.api;

import java.time.LocalDate;

/**
 * The week a page is prepared for; made by the host, received by sections.
 *
 * @param first its Monday (ISO 8601)
 * @param last its Sunday
 * @param today the day it is looked at; its Sunday where it is over
 * @param before the workbench as it stood when the week began
 * @param after as it stood when the week ended; as it stands where the week is not over
 */
public record Week(
        LocalDate first, LocalDate last, LocalDate today, Snapshot before, Snapshot after) {

    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
