package io.weekbench.plugins.competitormatrix;

import io.weekbench.api.Item;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one source says of one value of the matrix: a row of the evidence table.
 *
 * @param kind of source; null where nobody said
 * @param overruledOn the day somebody decided otherwise; null while it stands
 */
record Statement(
        String address,
        String says,
        LocalDate foundOn,
        @Nullable String kind,
        @Nullable String quote,
        @Nullable String note,
        @Nullable String foundBy,
        @Nullable LocalDate overruledOn) {

    private static final List<String> KINDS =
            List.of(
                    "hearsay",
                    "third-party",
                    "vendor-page",
                    "release-notes",
                    "documentation",
                    "own-test");

    /**
     * A total order, so that of all that one source was ever read to say the same remains, in
     * whatever order it came: the latest, and of one day what promises least.
     */
    private static final Comparator<Statement> LATEST =
            Comparator.comparing(Statement::foundOn)
                    .thenComparing(one -> -Claim.promise(one.says()))
                    .thenComparing(Statement::trust)
                    .thenComparing(one -> text(one.quote()))
                    .thenComparing(one -> text(one.note()))
                    .thenComparing(one -> text(one.foundBy()));

    /** Of those that say the same, the one a value is said to rest on is the greatest. */
    static final Comparator<Statement> BY_WORTH =
            Comparator.comparing(Statement::trust)
                    .thenComparing(Statement::foundOn)
                    .thenComparing(Statement::address);

    static Statement of(Item row) {
        return new Statement(
                row.text("address").orElseThrow(),
                row.text("says").orElse(Claim.UNKNOWN),
                row.date("foundOn").orElse(LocalDate.MIN),
                row.text("kind").orElse(null),
                row.text("quote").orElse(null),
                row.text("note").orElse(null),
                row.text("foundBy").orElse(null),
                row.date("overruledOn").orElse(null));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** How much its kind of source is believed; one whose kind nobody said, as a vendor's page. */
    int trust() {
        return kind == null ? KINDS.indexOf("vendor-page") : KINDS.indexOf(kind);
    }

    /** Whether this is what the value says that it rests on. */
    boolean isGroundOf(Item cell) {
        return cell.text("evidence").equals(Optional.of(address))
                && cell.text("state").equals(Optional.of(says))
                && cell.date("verifiedOn").equals(Optional.of(foundOn))
                && cell.text("sourceKind").equals(Optional.ofNullable(kind))
                && cell.text("verifiedBy").equals(Optional.ofNullable(foundBy))
                && !Claim.isUnsupported(cell);
    }

    /** Whether it counts: it says something, and nobody has set it aside. */
    boolean stands() {
        return overruledOn == null && !says.equals(Claim.UNKNOWN);
    }

    /**
     * What remains of two readings of one source; one that was set aside must say something new.
     */
    Statement with(Statement other) {
        Statement later = LATEST.compare(this, other) >= 0 ? this : other;
        boolean repeats = later.says.equals(says) && later.says.equals(other.says);
        LocalDate aside = overruledOn != null ? overruledOn : other.overruledOn;
        return later.overruled(repeats ? aside : later.overruledOn);
    }

    Statement overruled(@Nullable LocalDate day) {
        return new Statement(address, says, foundOn, kind, quote, note, foundBy, day);
    }

    /** As fields of its row; what is not known is cleared. */
    Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("says", says);
        values.put("foundOn", foundOn);
        values.put("kind", kind);
        values.put("quote", quote);
        values.put("note", note);
        values.put("foundBy", foundBy);
        values.put("overruledOn", overruledOn);
        return values;
    }
}
