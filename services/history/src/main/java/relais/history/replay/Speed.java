package relais.history.replay;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How many seconds of event time pass in one second. */
public record Speed(int factor) {

    public static final int FASTEST = 1_000_000;

    private static final Pattern FORM = Pattern.compile("[1-9]\\d{0,6}x");

    public Speed {
        if (factor < 1 || factor > FASTEST) {
            throw new IllegalArgumentException("No speed: " + factor);
        }
    }

    /** Empty when the text is absent or is not one of {@code 1x} to {@code 1000000x}. */
    public static Optional<Speed> parse(@Nullable String text) {
        if (text == null || !FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        int factor = Integer.parseInt(text.substring(0, text.length() - 1));
        return factor <= FASTEST ? Optional.of(new Speed(factor)) : Optional.empty();
    }

    @Override
    public String toString() {
        return factor + "x";
    }
}
