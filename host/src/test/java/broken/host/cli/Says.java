package broken.host.cli;

import java.time.Clock;

/** What the other packages must not do is done here. */
final class Says {
    void when() {
        System.out.println(Clock.systemUTC().instant());
    }
}
