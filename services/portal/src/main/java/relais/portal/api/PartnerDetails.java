package relais.portal.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A partner as its own service has it. */
public record PartnerDetails(
        String id,
        String name,
        String kind,
        String territory,
        String status,
        @Nullable Boolean committee,
        List<Card.Mandate> mandates) {}
