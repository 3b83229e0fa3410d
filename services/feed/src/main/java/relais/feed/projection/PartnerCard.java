package relais.feed.projection;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.codec.StoredField;
import relais.codec.StoredType;

/**
 * A partner. Its title is its name, its preview whom it represents.
 *
 * @param reason why it is suspended, renamed or reinstated, or left the committee: that of the last
 *     such event
 */
@Schema(name = "PartnerProfile")
@StoredType(value = "PARTNER", omitsEmpty = true)
public record PartnerCard(
        @StoredField(unwrapped = true) Revision revision,
        @StoredField(unwrapped = true) Headline headline,
        @JsonUnwrapped Profile profile,
        Status status,
        @Nullable LocalDate charterSignedOn,
        @Schema(
                        description =
                                "Whether it is one of the committee's signatories, which alone"
                                        + " take positions")
                @StoredField(omittedIfEmpty = true)
                boolean committee,
        @Nullable String reason,
        List<Mandate> mandates)
        implements Card {

    public PartnerCard {
        mandates = List.copyOf(mandates);
    }

    /** What it is, and its numbers in the national register. */
    public record Profile(
            String kind,
            @Nullable String siren,
            @Nullable String siret,
            @JsonIgnore @Nullable String externalId) {}

    /** A mandate of someone whom the log does not name. Dates are days in Europe/Paris. */
    @Schema(name = "Mandate")
    public record Mandate(
            String id,
            String role,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable LocalDate endedOn) {}

    /** Whom it represents. */
    @JsonProperty
    @Nullable String represents() {
        return headline.preview();
    }

    @Override
    public PartnerCard at(Revision other) {
        return new PartnerCard(
                other, headline, profile, status, charterSignedOn, committee, reason, mandates);
    }

    PartnerCard named(Headline other, @Nullable String why) {
        return new PartnerCard(
                revision, other, profile, status, charterSignedOn, committee, why, mandates);
    }

    PartnerCard signed(LocalDate day) {
        return new PartnerCard(
                revision, headline, profile, status, day, committee, reason, mandates);
    }

    PartnerCard seated(boolean inCommittee, @Nullable String why) {
        return new PartnerCard(
                revision, headline, profile, status, charterSignedOn, inCommittee, why, mandates);
    }

    PartnerCard standing(Status now, @Nullable String why) {
        return new PartnerCard(
                revision, headline, profile, now, charterSignedOn, committee, why, mandates);
    }

    public PartnerCard with(List<Mandate> others) {
        return new PartnerCard(
                revision, headline, profile, status, charterSignedOn, committee, reason, others);
    }

    @Override
    public Kind kind() {
        return Kind.PARTNER;
    }

    @Override
    public String partner() {
        return revision.aggregateId();
    }
}
