package io.weekbench.host.tracker;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the names a person may have meant by one that does not exist. */
public final class Nearest {
    private static final int MOST = 3;
    private static final int LONGEST = 80;

    private Nearest() {}

    /** The nearest one, of equally near ones the first; empty where nothing is near. */
    public static Optional<String> of(String wrong, Collection<String> names) {
        return near(wrong, names).min(Comparator.comparingInt(name -> distance(wrong, name)));
    }

    /** At most three, nearest first; empty where nothing is near. */
    public static List<String> to(String wrong, Collection<String> names) {
        return near(wrong, names)
                .sorted(
                        Comparator.comparingInt((String name) -> distance(wrong, name))
                                .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    private static Stream<String> near(String wrong, Collection<String> names) {
        if (wrong.length() > LONGEST) {
            return Stream.empty();
        }
        int allowed = Math.max(1, wrong.length() / 3);
        return names.stream()
                .filter(name -> name.length() <= LONGEST)
                .filter(name -> distance(wrong, name) <= allowed || isPartOf(wrong, name));
    }

    private static boolean isPartOf(String wrong, String name) {
        return wrong.length() >= 3 && fold(name).contains(fold(wrong));
    }

    /** Optimal string alignment: insertions, deletions, replacements, neighbours swapped. */
    private static int distance(String one, String other) {
        String a = fold(one);
        String b = fold(other);
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 ? j : j == 0 ? i : step(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(int[][] d, String a, String b, int i, int j) {
        int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean swapped =
                i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }
}
