package relais.feed.query;

import java.util.Set;
import relais.feed.projection.Visibility;

/** Who reads. */
public enum Reader {
    /** Anyone, with or without an account. */
    PUBLIC,
    /** Someone of a partner that signed the charter, who also sees the texts being written. */
    SIGNATORY,
    /** The national committee's secretariat, which also sees what is under review or moderated. */
    COMMITTEE;

    /** Whether what is meant for these may be shown to this reader. */
    public boolean sees(Visibility visibility) {
        return visible().contains(visibility);
    }

    public Set<Visibility> visible() {
        return switch (this) {
            case PUBLIC -> Set.of(Visibility.PUBLIC);
            case SIGNATORY -> Set.of(Visibility.PUBLIC, Visibility.SIGNATORIES);
            case COMMITTEE ->
                    Set.of(Visibility.PUBLIC, Visibility.SIGNATORIES, Visibility.COMMITTEE);
        };
    }
}
