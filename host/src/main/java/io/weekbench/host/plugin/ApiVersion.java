package io.weekbench.host.plugin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of {@code io.weekbench.api}, and what a plugin may ask of it. */
final class ApiVersion {
    /** The same as in the pom; a test holds them together. */
    static final String CURRENT = "0.1.0";

    private static final Pattern FORM =
            Pattern.compile("(\\d{1,6})(?:\\.(\\d{1,6}))?(?:\\.(\\d{1,6}))?");

    private ApiVersion() {}

    static boolean isVersion(String required) {
        return FORM.matcher(required).matches();
    }

    /**
     * Whether a plugin made for this version runs: it names a floor, within one major version. No
     * ceiling: a plugin must not stop running because the host got better.
     */
    static boolean satisfies(String required) {
        return satisfies(CURRENT, required);
    }

    static boolean satisfies(String current, String required) {
        int[] there = numbers(current);
        int[] floor = numbers(required);
        boolean above = there[1] > floor[1] || (there[1] == floor[1] && there[2] >= floor[2]);
        return there[0] == floor[0] && above;
    }

    private static int[] numbers(String version) {
        Matcher parts = FORM.matcher(version);
        if (!parts.matches()) {
            throw new IllegalArgumentException("No version: " + version);
        }
        int[] numbers = new int[parts.groupCount()];
        for (int i = 0; i < numbers.length; i++) {
            String part = parts.group(i + 1);
            numbers[i] = part == null ? 0 : Integer.parseInt(part);
        }
        return numbers;
    }
}
