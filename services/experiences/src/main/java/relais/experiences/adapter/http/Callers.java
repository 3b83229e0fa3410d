package relais.experiences.adapter.http;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import relais.experiences.domain.Actor;
import relais.experiences.domain.PartnerId;
import relais.experiences.domain.Role;
import relais.web.Caller;

/** Says in the domain's words who calls. */
final class Callers {

    private static final Actor ANYONE = new Actor("anyone", null, Set.of());

    private Callers() {}

    static Actor actor(Caller caller) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (relais.web.Role role : caller.roles()) {
            switch (role) {
                case PARTNER -> roles.add(Role.PARTNER);
                case COMMITTEE -> roles.add(Role.COMMITTEE);
                case OPERATOR -> roles.add(Role.OPERATOR);
                case ANALYST -> {
                    // Reads what is public, as anyone does.
                }
            }
        }
        // A token of another system may call its organisations anything.
        return new Actor(caller.actor(), PartnerId.parse(caller.partnerId()).orElse(null), roles);
    }

    static Actor actor(Optional<Caller> caller) {
        return caller.map(Callers::actor).orElse(ANYONE);
    }
}
