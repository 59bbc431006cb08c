package io.weekbench.testkit.bench;

import java.util.Locale;

/**
 * A line of the table.
 *
 * @param bar what was to be reached
 * @param sqlite the same by SQLite, or "" where it has nothing of the kind
 * @param ratio what the bar is compared with: how many times SQLite, or the bar
 */
record Row(String line, String bar, String weekbench, String sqlite, String ratio, String note) {

    /** A rate beside the same of SQLite. */
    static Row rate(String line, String bar, double weekbench, double sqlite, String note) {
        return new Row(
                line,
                bar,
                perSecond(weekbench),
                perSecond(sqlite),
                times(weekbench / sqlite),
                note);
    }

    /** Of a rate that has a bar of its own. */
    static Row rate(String line, double barPerSecond, double weekbench, String note) {
        return new Row(
                line,
                "≥ " + perSecond(barPerSecond),
                perSecond(weekbench),
                "",
                times(weekbench / barPerSecond) + " the bar",
                note);
    }

    /** Of a time that has a bar. */
    static Row millis(String line, double barMillis, double millis, String note) {
        return new Row(
                line,
                "≤ " + millis(barMillis),
                millis(millis),
                "",
                times(millis / barMillis) + " the bar",
                note);
    }

    static String perSecond(double rate) {
        return format("%,.0f/s", rate);
    }

    static String millis(double millis) {
        if (millis >= 10_000) {
            return format("%,.1f s", millis / 1000);
        }
        return format(millis < 10 ? "%.2f ms" : "%,.0f ms", millis);
    }

    static String times(double ratio) {
        return format(ratio < 10 ? "%.2f ×" : "%,.1f ×", ratio);
    }

    static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    String markdown() {
        return "| " + String.join(" | ", line, bar, weekbench, sqlite, ratio, note) + " |";
    }
}
