package io.weekbench.plugins.competitormatrix;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of PostgreSQL: {@code 9.6}, and since {@code 10} the major number alone.
 *
 * @param position 100 × major + minor, the same in every edition of the matrix
 */
record Version(String name, long position) implements Comparable<Version> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,3})(?:\\.(\\d{1,2}))?");
    private static final Comparator<Version> ORDER = Comparator.comparing(Version::position);

    /** Empty where it is written otherwise. */
    static Optional<Version> parse(String name) {
        Matcher parts = FORM.matcher(name.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        long minor = parts.group(2) == null ? 0 : Long.parseLong(parts.group(2));
        return Optional.of(
                new Version(parts.group(), 100 * Long.parseLong(parts.group(1)) + minor));
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }
}
