package io.weekbench.api;

import java.util.List;

/**
 * What came of a poll; made by a source, received by the host.
 *
 * @param asked how many addresses were asked
 * @param answered how many of them answered as they should, also that nothing is new
 * @param problems what went wrong with the others, each with its address as its place
 */
public record Polled(int asked, int answered, List<Problem> problems) {

    public Polled {
        problems = List.copyOf(problems);
    }

    /** Nobody answered: the whole source is left alone for longer. */
    public boolean failed() {
        return asked > 0 && answered == 0;
    }
}
