package relais.portal.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A partner as the service of partners shows it to its own people.
 *
 * @param charterSignedOn null for one that has not signed
 */
public record PartnerDetails(
        String id,
        String name,
        String kind,
        String territory,
        String status,
        @Nullable LocalDate charterSignedOn,
        @Nullable Boolean committee,
        List<Card.Mandate> mandates) {}
