package relais.local.process;

import java.time.Duration;
import relais.local.message.Problem;

/** Waits before something is looked at or tried again. */
public final class Pause {

    private Pause() {}

    /**
     * @param key what an interruption is told as
     */
    public static void of(Duration length, String key, Object... arguments) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            throw Problem.interrupted(e, key, arguments);
        }
    }
}
