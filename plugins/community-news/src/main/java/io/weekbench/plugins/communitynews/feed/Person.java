package io.weekbench.plugins.communitynews.feed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody as a feed names them; what it does not say is empty. */
public record Person(String name, String email, String url) {
    private static final String ADDRESS = "[^\\s<>()@]{1,200}@[^\\s<>()@]{1,200}";
    private static final Pattern NAME_LAST = Pattern.compile("(" + ADDRESS + ")\\s*\\((.*)\\)");
    private static final Pattern NAME_FIRST =
            Pattern.compile("([^<(]*)[<(]\\s*(" + ADDRESS + ")\\s*[>)]");
    private static final Pattern ALONE = Pattern.compile(ADDRESS);

    static final Person NOBODY = new Person("", "", "");

    /** RSS has one text for both: {@code me@example.com (Me)}, {@code Me <me@example.com>}. */
    static Person parse(String text) {
        String stripped = text.strip();
        Matcher nameLast = NAME_LAST.matcher(stripped);
        if (nameLast.matches()) {
            return new Person(nameLast.group(2).strip(), nameLast.group(1), "");
        }
        Matcher nameFirst = NAME_FIRST.matcher(stripped);
        if (nameFirst.matches()) {
            return new Person(nameFirst.group(1).strip(), nameFirst.group(2), "");
        }
        return ALONE.matcher(stripped).matches()
                ? new Person("", stripped, "")
                : new Person(stripped, "", "");
    }

    boolean isNobody() {
        return equals(NOBODY);
    }

    /** What to call them: the name, or else the address. */
    public String called() {
        return !name.isEmpty() ? name : !email.isEmpty() ? email : url;
    }
}
