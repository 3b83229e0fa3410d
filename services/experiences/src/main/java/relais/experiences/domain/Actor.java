package relais.experiences.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: a mandate, never a person.
 *
 * @param partner the partner acted for; absent for someone of no partner
 */
public record Actor(String mandate, @Nullable PartnerId partner, Set<Role> roles) {

    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean actsFor(PartnerId other) {
        return other.equals(partner);
    }
}
