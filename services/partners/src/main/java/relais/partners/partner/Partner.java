package relais.partners.partner;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Moment;
import relais.aggregates.partner.PartnerId;
import relais.codec.StoredField;

/**
 * An organisation of the partnership. {@link #apply} is the only code that changes state, live and
 * in replay. It is stored and, but for persons, answered as it is.
 *
 * @param version how many events made it, at least 1
 * @param request the key of the request that registered it: a repetition finds itself here
 * @param changedAt when the last event happened
 * @param committee whether it is one of the committee's signatories, which alone take positions
 * @param mandates in the order in which they were granted, those that ended included
 */
public record Partner(
        PartnerId id,
        long version,
        @JsonIgnore String request,
        Instant registeredAt,
        Instant changedAt,
        @StoredField(unwrapped = true) @JsonUnwrapped Identity identity,
        PartnerStatus status,
        @Nullable LocalDate charterSignedOn,
        @StoredField(omittedIfEmpty = true)
                @Schema(description = "Whether it is one of the committee's signatories")
                boolean committee,
        @JsonIgnore List<Mandate> mandates) {

    public Partner {
        mandates = List.copyOf(mandates);
    }

    /** For queries by words of the name. */
    @StoredField
    List<String> words() {
        return NameWords.of(identity.name());
    }

    /**
     * @throws IllegalStateException for a first event that is no registration, or a second one that
     *     is: the log is not this partner's
     */
    static Partner apply(@Nullable Partner before, PartnerEvent event, Moment moment) {
        if (event instanceof PartnerEvent.Registered e && before == null) {
            return new Partner(
                    e.id(),
                    moment.version(),
                    e.request(),
                    moment.at(),
                    moment.at(),
                    e.identity(),
                    PartnerStatus.ACTIVE,
                    null,
                    false,
                    List.of());
        }
        if (before == null) {
            throw new IllegalStateException("The first event of a partner is its registration");
        }
        return before.then(event, moment);
    }

    private Partner then(PartnerEvent event, Moment moment) {
        return switch (event) {
            case PartnerEvent.Registered e ->
                    throw new IllegalStateException("Registered twice: " + e.id());
            case PartnerEvent.Renamed e -> next(moment, identity.named(e.name()), status);
            case PartnerEvent.CharterSigned e -> next(moment, e.signedOn(), committee, mandates);
            case PartnerEvent.CommitteeJoined _ -> next(moment, charterSignedOn, true, mandates);
            case PartnerEvent.CommitteeLeft _ -> next(moment, charterSignedOn, false, mandates);
            case PartnerEvent.Suspended _ -> next(moment, identity, PartnerStatus.SUSPENDED);
            case PartnerEvent.Reinstated _ -> next(moment, identity, PartnerStatus.ACTIVE);
            case PartnerEvent.MandateGranted e -> next(moment, charterSignedOn, committee, with(e));
            case PartnerEvent.MandateEnded e -> next(moment, charterSignedOn, committee, with(e));
            case PartnerEvent.MandatePersonErased _ -> next(moment, identity, status);
        };
    }

    Optional<Mandate> mandate(MandateId mandate) {
        return mandates.stream().filter(each -> each.id().equals(mandate)).findFirst();
    }

    private Partner next(Moment moment, Identity newIdentity, PartnerStatus newStatus) {
        return new Partner(
                id,
                moment.version(),
                request,
                registeredAt,
                moment.at(),
                newIdentity,
                newStatus,
                charterSignedOn,
                committee,
                mandates);
    }

    private Partner next(
            Moment moment,
            @Nullable LocalDate signedOn,
            boolean nowOfTheCommittee,
            List<Mandate> newMandates) {
        return new Partner(
                id,
                moment.version(),
                request,
                registeredAt,
                moment.at(),
                identity,
                status,
                signedOn,
                nowOfTheCommittee,
                newMandates);
    }

    private List<Mandate> with(PartnerEvent.MandateGranted e) {
        Mandate granted = new Mandate(e.mandate(), e.role(), e.from(), e.until(), null);
        return Stream.concat(mandates.stream(), Stream.of(granted)).toList();
    }

    private List<Mandate> with(PartnerEvent.MandateEnded e) {
        return mandates.stream()
                .map(each -> each.id().equals(e.mandate()) ? each.ended(e.endedOn()) : each)
                .toList();
    }
}
