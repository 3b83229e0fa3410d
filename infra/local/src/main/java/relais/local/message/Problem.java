package relais.local.message;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What went wrong, in words for the person at the terminal; shown without a stack trace. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Problem(String key, @Nullable Object... arguments) {
        super(Messages.say(key, arguments));
    }

    public Problem(Throwable cause, String key, @Nullable Object... arguments) {
        super(Messages.say(key, arguments), cause);
    }

    /** Something of the home cannot be written. */
    public static Problem unwritable(Path what, IOException why) {
        return new Problem(why, "home.unwritable", what, String.valueOf(why.getMessage()));
    }

    /** The thread was interrupted while it waited, and stays so. */
    public static Problem interrupted(
            InterruptedException why, String key, @Nullable Object... arguments) {
        Thread.currentThread().interrupt();
        return new Problem(why, key, arguments);
    }
}
