package relais.partners.application;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.partners.domain.Partner;
import relais.partners.domain.PartnerId;

/** Port: where partners are kept. State and events are written together or not at all. */
public interface Partners {

    enum Addition {
        ADDED,
        /** The id exists, and this very request made it. */
        REPEATED,
        /** The id exists, made by another request. */
        ID_TAKEN
    }

    Optional<Partner> find(PartnerId id);

    /**
     * Adds a partner with its first event.
     *
     * @param requestKey tells this request from any other that asks for the same id
     */
    Addition add(RecordedEvent first, String requestKey);

    /**
     * Replaces a partner by what the event made of it.
     *
     * @return false if it has another version than {@code expectedVersion}: somebody was first
     */
    boolean replace(long expectedVersion, RecordedEvent event);

    /**
     * The partners that pass the filter, by id.
     *
     * @param after the last one already seen; null at the beginning
     * @param limit 1 to 101
     */
    List<Partner> list(PartnerFilter filter, @Nullable PartnerId after, int limit);
}
