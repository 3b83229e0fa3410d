package relais.local.message;

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
}
