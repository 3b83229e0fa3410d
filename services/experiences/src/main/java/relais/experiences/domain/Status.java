package relais.experiences.domain;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where an experience stands. Nothing leaves {@link #WITHDRAWN} or {@link #MODERATED}. */
public enum Status {
    SUBMITTED,
    RETURNED,
    PUBLISHED,
    WITHDRAWN,
    MODERATED;

    /** Whether everyone may know of it: published, or the tombstone of what was. */
    public boolean isPublic() {
        return switch (this) {
            case SUBMITTED, RETURNED -> false;
            case PUBLISHED, WITHDRAWN, MODERATED -> true;
        };
    }

    public static Optional<Status> parse(@Nullable String text) {
        return Arrays.stream(values()).filter(status -> status.name().equals(text)).findFirst();
    }
}
