package relais.feed.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A partner.
 *
 * @param committee whether it is one of the committee's signatories
 * @param reason why it is suspended, renamed or reinstated, or left the committee: that of the last
 *     such event
 */
public record PartnerCard(
        Revision revision,
        Profile profile,
        Status status,
        @Nullable LocalDate charterSignedOn,
        boolean committee,
        @Nullable String reason,
        List<Mandate> mandates)
        implements Card {

    public PartnerCard {
        mandates = List.copyOf(mandates);
    }

    /** Who the partner is. */
    public record Profile(
            String name,
            String partnerKind,
            String territory,
            @Nullable String siren,
            @Nullable String siret,
            @Nullable String represents,
            @Nullable String externalId) {

        Profile named(String newName) {
            return new Profile(
                    newName, partnerKind, territory, siren, siret, represents, externalId);
        }
    }

    /** A mandate of someone whom the log does not name. Dates are days in Europe/Paris. */
    public record Mandate(
            String id,
            String role,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable LocalDate endedOn) {}

    @Override
    public PartnerCard at(Revision other) {
        return new PartnerCard(
                other, profile, status, charterSignedOn, committee, reason, mandates);
    }

    @Override
    public Visibility visibility() {
        return Visibility.PUBLIC;
    }

    @Override
    public Instant date() {
        return revision.createdAt();
    }

    @Override
    public Kind kind() {
        return Kind.PARTNER;
    }

    @Override
    public String partner() {
        return revision.aggregateId();
    }

    @Override
    public String territory() {
        return profile.territory();
    }
}
