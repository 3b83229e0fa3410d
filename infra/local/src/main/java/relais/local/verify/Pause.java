package relais.local.verify;

import java.time.Duration;
import relais.local.message.Problem;

/** Waiting before something is tried again. */
final class Pause {

    private Pause() {}

    static void of(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(e, "process.interrupted", "verify");
        }
    }
}
