package io.weekbench.api;

/**
 * What a tracker says on the prepared page of a week; implemented by plugins, called by the host
 * when somebody opens that page.
 *
 * <p>The host itself says which items came, changed and went. A section says what that means:
 * headline figures, what matters of the changes, what needs a decision.
 */
public interface Section {

    /** Unique within the plugin, in kebab-case: {@code promises}. */
    String id();

    Text label();

    /** Looks and says; within some seconds, or it is given up and named. */
    Briefing say(Week week);
}
