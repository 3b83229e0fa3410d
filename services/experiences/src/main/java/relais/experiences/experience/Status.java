package relais.experiences.experience;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where an experience stands. Nothing leaves {@link #WITHDRAWN} or {@link #MODERATED}. */
public enum Status {
    SUBMITTED,
    RETURNED,
    /** Its owner wants no review of it for now. */
    TAKEN_BACK,
    PUBLISHED,
    WITHDRAWN,
    MODERATED;

    /** Whether everyone may know of it: published, or the tombstone of what was. */
    public boolean isPublic() {
        return switch (this) {
            case SUBMITTED, RETURNED, TAKEN_BACK -> false;
            case PUBLISHED, WITHDRAWN, MODERATED -> true;
        };
    }

    /** Whether its text, of all its versions, is no longer for everyone. */
    public boolean hidesText() {
        return this == WITHDRAWN || this == MODERATED;
    }

    public static Optional<Status> parse(@Nullable String text) {
        return Arrays.stream(values()).filter(status -> status.name().equals(text)).findFirst();
    }
}
