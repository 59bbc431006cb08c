package io.weekbench.host.workbench;

import java.time.Duration;

/**
 * What a test may want otherwise.
 *
 * @param ruleDeadline how long a rule may judge one request
 * @param retryAfter how long a listener that failed is left alone
 * @param retries how often before it is paused
 */
public record Options(Duration ruleDeadline, Duration retryAfter, int retries) {
    public static final Options DEFAULT =
            new Options(Duration.ofSeconds(2), Duration.ofSeconds(5), 5);
}
