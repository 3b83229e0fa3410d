package relais.portal.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An experience as its reviewers see it; what it says is on its {@link Card}.
 *
 * @param partner identifier of the one that posted it
 * @param territory where it takes place, as {@code scheme:code}
 * @param submittedAt for the first time
 * @param updatedAt of a submitted one: when it was last submitted
 * @param contact for its owner and the committee, and for partners if its owner wants that
 */
public record ReviewedExperience(
        String id,
        long version,
        String status,
        String partner,
        @Nullable String title,
        @Nullable String territory,
        @Nullable String level,
        Instant submittedAt,
        Instant updatedAt,
        @Nullable Contact contact) {

    /** Whether only its partner and its reviewers can read it. */
    public boolean isUnderReview() {
        return List.of("SUBMITTED", "RETURNED", "TAKEN_BACK").contains(status);
    }

    /** A person to talk to; never part of an event. */
    public record Contact(
            @Nullable String name, @Nullable String email, @Nullable String visibleTo) {

        /** Whether partners may read it, and not the committee alone. */
        public boolean isForPartners() {
            return "PARTNERS".equals(visibleTo);
        }

        /** Who is reachable where does not belong into a log. */
        @Override
        public String toString() {
            return "Contact";
        }
    }
}
