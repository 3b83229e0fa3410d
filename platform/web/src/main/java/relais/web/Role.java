package relais.web;

import java.util.Locale;
import java.util.Optional;

/** What a caller may be; the claim {@code roles} of a token holds these names in lower case. */
public enum Role {
    /** Posts for a local authority, an académie or a school network. */
    PARTNER,
    /** Reviews, highlights and moderates for the national committee. */
    COMMITTEE,
    /** Reads and replays everything that was published. */
    ANALYST,
    /** Runs the platform: archives, parked events, rebuilds. */
    OPERATOR;

    /** As in the claim {@code roles}; empty for a role of another system. */
    static Optional<Role> ofClaim(String name) {
        for (Role role : values()) {
            if (role.claim().equals(name)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    String claim() {
        return name().toLowerCase(Locale.ROOT);
    }
}
