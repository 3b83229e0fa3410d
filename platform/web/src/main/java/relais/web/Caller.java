package relais.web;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Who makes the request, as the token says. A controller takes a {@code Caller} (401 if the request
 * is anonymous) or an {@code Optional<Caller>}.
 *
 * @param actor the mandate in whose name the caller acts; never a person
 * @param partnerId the partner the caller acts for; null for those who act for none
 */
public record Caller(String actor, @Nullable String partnerId, Set<Role> roles) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** True if the caller acts for this partner. */
    public boolean actsFor(String partner) {
        return partner.equals(partnerId);
    }

    /**
     * Goes on if the caller has at least one of these roles.
     *
     * @throws ProblemException 403 {@code role-required}
     */
    public void require(Role... anyOf) {
        for (Role role : anyOf) {
            if (has(role)) {
                return;
            }
        }
        String names = Arrays.stream(anyOf).map(Role::claim).collect(Collectors.joining(", "));
        throw new ProblemException(HttpStatus.FORBIDDEN, "role-required", names);
    }

    /**
     * The partner the caller acts for.
     *
     * @throws ProblemException 403 {@code partner-required} if there is none
     */
    public String requirePartner() {
        if (partnerId == null) {
            throw new ProblemException(HttpStatus.FORBIDDEN, "partner-required");
        }
        return partnerId;
    }
}
