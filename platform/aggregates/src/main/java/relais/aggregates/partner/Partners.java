package relais.aggregates.partner;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The local replica of partners, fed by their own events. */
public interface Partners {

    Optional<Partner> find(PartnerId id);

    /** Those of them that are known, in few questions however many are named. */
    default Map<PartnerId, Partner> findAll(Set<PartnerId> ids) {
        Map<PartnerId, Partner> found = new HashMap<>();
        ids.forEach(id -> find(id).ifPresent(partner -> found.put(id, partner)));
        return found;
    }

    /** Those that the committee counts among its signatories and that are active. */
    Set<PartnerId> signatories();
}
