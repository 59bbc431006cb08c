package broken.host.http;

import broken.Breaks;
import java.util.logging.Logger;

final class Prints {
    @Breaks("output")
    static final class ToTheConsole {
        void say() {
            System.out.println("done");
        }
    }

    @Breaks("output")
    static final class TheStack {
        void say(Exception trouble) {
            trouble.printStackTrace();
        }
    }

    @Breaks("logging")
    static final class ToAnotherLog {
        void say() {
            Logger.getGlobal().info("done");
        }
    }
}
