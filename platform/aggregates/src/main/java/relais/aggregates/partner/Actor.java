package relais.aggregates.partner;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: a mandate, never a person.
 *
 * @param mandate an identifier such as {@code m-loiret}
 * @param partner the partner acted for; absent for someone of no partner
 */
public record Actor(String mandate, @Nullable PartnerId partner, Set<Role> roles) {

    /** The service itself, when it answers an event; no mandate is named in what it writes. */
    public static final Actor SERVICE = new Actor("service", null, Set.of(Role.SERVICE));

    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether someone of a partner, or the secretariat, may speak for it at all. */
    public boolean isMember() {
        return is(Role.PARTNER) || is(Role.COMMITTEE);
    }

    public boolean actsFor(PartnerId other) {
        return isMember() && other.equals(partner);
    }
}
