package broken.host.http;

import broken.Breaks;
import java.util.concurrent.TimeUnit;

final class Sleeps {
    @Breaks("sleep")
    static final class OnTheThread {
        void rest() throws InterruptedException {
            Thread.sleep(10);
        }
    }

    @Breaks("sleep")
    static final class ByUnit {
        void rest() throws InterruptedException {
            TimeUnit.SECONDS.sleep(1);
        }
    }
}
