package relais.portal.experiences;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a partner does to an experience, each with a small form of its own. */
enum ExperienceCommand {
    /** Its own still runs. */
    CONFIRMATION,
    /** Its own is not to be reviewed for now. */
    RETRACTION,
    /** Its own is no more to be read. */
    WITHDRAWAL,
    /** It does the same as another. */
    ADOPTION,
    /** What came of doing the same. */
    REPORT,
    /** It does the same no more. */
    END,
    /** It thinks well of another's. */
    ENDORSEMENT;

    static Optional<ExperienceCommand> of(String path) {
        return Arrays.stream(values()).filter(command -> command.path().equals(path)).findFirst();
    }

    /** As addresses and message files have it. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is done to an adoption that is under way. */
    boolean isOfAnAdoption() {
        return this == REPORT || this == END;
    }
}
