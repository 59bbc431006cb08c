package io.weekbench.plugins.competitormatrix;

import io.weekbench.api.Proposal;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The day of a commit: in UTC, as all days of a commit are. */
final class Today {
    private Today() {}

    static LocalDate of(Proposal proposal) {
        return LocalDate.ofInstant(proposal.now(), ZoneOffset.UTC);
    }
}
