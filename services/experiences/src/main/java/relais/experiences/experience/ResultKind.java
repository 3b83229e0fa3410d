package relais.experiences.experience;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether results were observed or are hoped for. */
public enum ResultKind {
    MEASURED,
    EXPECTED;

    public static Optional<ResultKind> parse(@Nullable String text) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(text)).findFirst();
    }
}
