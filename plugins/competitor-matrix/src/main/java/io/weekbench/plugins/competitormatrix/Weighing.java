package io.weekbench.plugins.competitormatrix;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What sources come to where no person has decided: a function of what they say, so that it is the
 * same in whatever order they were read. The most trusted kind of source is believed where all of
 * that kind agree; where they do not, the value is unknown, since nobody knows. Whoever says
 * otherwise stays in the evidence table and shows as contradicting.
 *
 * @param rests on this source; empty where the value is unknown
 */
record Weighing(String state, Optional<Statement> rests) {
    private static final Weighing NOBODY_KNOWS = new Weighing(Claim.UNKNOWN, Optional.empty());

    /** Empty where no source that stands says anything. */
    static Optional<Weighing> of(List<Statement> sources) {
        List<Statement> standing = sources.stream().filter(Statement::stands).toList();
        return standing.stream()
                .max(Comparator.comparing(Statement::trust))
                .map(most -> among(standing, most.trust()));
    }

    private static Weighing among(List<Statement> standing, int trust) {
        List<Statement> trusted = standing.stream().filter(one -> one.trust() == trust).toList();
        String state = trusted.get(0).says();
        return trusted.stream().allMatch(one -> one.says().equals(state))
                ? new Weighing(state, trusted.stream().max(Statement.BY_WORTH))
                : NOBODY_KNOWS;
    }
}
