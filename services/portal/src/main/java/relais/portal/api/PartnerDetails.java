package relais.portal.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A partner as its own service has it; charterSignedOn is null if it has not signed. */
public record PartnerDetails(
        String id,
        String name,
        String kind,
        String territory,
        String status,
        @Nullable LocalDate charterSignedOn,
        @Nullable Boolean committee,
        List<Card.Mandate> mandates) {}
