package relais.contributions.application;

import java.util.Optional;
import java.util.Set;
import relais.contributions.domain.Partner;
import relais.contributions.domain.PartnerId;

/** The local replica of partners, fed by their own events. */
public interface Partners {

    Optional<Partner> find(PartnerId id);

    /** Those that signed the charter and are active. */
    Set<PartnerId> signatories();
}
