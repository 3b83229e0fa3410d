package relais.portal.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A partner as the service of partners shows it to its own people.
 *
 * @param committee whether it is one of the committee's signatories
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
        List<Mandate> mandates) {

    /** A person's part in it. */
    public record Mandate(
            String id,
            String role,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable LocalDate endedOn) {}
}
