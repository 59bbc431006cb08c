package io.weekbench.host.fetch;

import java.time.Duration;
import java.util.Set;

/**
 * How much is taken, how long is waited and who may be asked.
 *
 * @param connectWithin until the server answers at all
 * @param answerWithin for one answer, to its last byte
 * @param wireBytes of one answer as it is sent
 * @param bodyBytes of one answer once it is decompressed
 * @param redirects followed for one address
 * @param interval between two requests to one server
 * @param patience how long a turn may be waited for; what takes longer is for another poll
 * @param userAgent who we say we are
 * @param privateHosts names and addresses that may lie inside the own network; {@code *} for all
 */
public record Manners(
        Duration connectWithin,
        Duration answerWithin,
        int wireBytes,
        int bodyBytes,
        int redirects,
        Duration interval,
        Duration patience,
        String userAgent,
        Set<String> privateHosts) {

    public Manners {
        privateHosts = Set.copyOf(privateHosts);
    }

    /** What is decent towards servers that belong to others. */
    public static Manners usual(String version, Set<String> privateHosts) {
        return new Manners(
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                10 << 20,
                20 << 20,
                5,
                Duration.ofSeconds(2),
                Duration.ofSeconds(30),
                "Weekbench/" + version,
                privateHosts);
    }
}
