package relais.experiences.application;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.experiences.domain.Partner;
import relais.experiences.domain.PartnerFact;
import relais.experiences.domain.PartnerId;

/** The local replica of partners, fed by their own events. */
public interface Partners {

    Optional<Partner> find(PartnerId id);

    /** The version of each that is known; the others are absent. */
    Map<String, Long> versionsOf(Collection<String> ids);

    /**
     * Applies facts in order, per partner contiguous with {@link #versionsOf}. Idempotent: a
     * version that is there already is passed over.
     */
    void apply(List<Update> updates);

    /**
     * One event of a partner.
     *
     * @param fact absent if the event says nothing that this service retains
     */
    record Update(String partner, long version, @Nullable PartnerFact fact) {}
}
