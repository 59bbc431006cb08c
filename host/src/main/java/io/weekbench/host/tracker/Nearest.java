package io.weekbench.host.tracker;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names a person may have meant by one that does not exist. */
public final class Nearest {
    private static final int MOST = 3;
    private static final int LONGEST = 40;

    private Nearest() {}

    /** At most three, nearest first; empty where nothing is near. */
    public static List<String> to(String wrong, Collection<String> names) {
        if (wrong.length() > LONGEST) {
            return List.of();
        }
        int allowed = Math.max(1, wrong.length() / 3);
        return names.stream()
                .filter(name -> distance(wrong, name) <= allowed || isPartOf(wrong, name))
                .sorted(
                        Comparator.comparingInt((String name) -> distance(wrong, name))
                                .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    private static boolean isPartOf(String wrong, String name) {
        return wrong.length() >= 3 && fold(name).contains(fold(wrong));
    }

    /** Levenshtein's, blind to case. */
    private static int distance(String one, String other) {
        String a = fold(one);
        String b = fold(other);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }
}
