package relais.experiences.application;

import java.util.Optional;
import relais.experiences.domain.Partner;
import relais.experiences.domain.PartnerId;

/** The local replica of partners, fed by their own events. */
public interface Partners {

    Optional<Partner> find(PartnerId id);
}
