package relais.experiences.experience;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kind of school that an experience is about. */
public enum Level {
    ECOLE,
    COLLEGE,
    LYCEE,
    /** Neither of the three: outside school, teacher training, several levels together. */
    OTHER;

    public static Optional<Level> parse(@Nullable String text) {
        return Arrays.stream(values()).filter(level -> level.name().equals(text)).findFirst();
    }
}
