package relais.aggregates.http;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.Role;
import relais.web.Caller;

/** Says in the domain's words who calls. */
public final class Callers {

    private static final Actor ANYONE = new Actor("anyone", null, Set.of());

    private Callers() {}

    public static Actor actor(Caller caller) {
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

    public static Actor actor(Optional<Caller> caller) {
        return caller.map(Callers::actor).orElse(ANYONE);
    }
}
