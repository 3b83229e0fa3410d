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
            case PartnerEvent.Renamed e ->
                    next(moment, identity.named(e.name()), status, charterSignedOn, committee);
            case PartnerEvent.CharterSigned e ->
                    next(moment, identity, status, e.signedOn(), committee);
            case PartnerEvent.CommitteeJoined _ ->
                    next(moment, identity, status, charterSignedOn, true);
            case PartnerEvent.CommitteeLeft _ ->
                    next(moment, identity, status, charterSignedOn, false);
            case PartnerEvent.Suspended _ ->
                    next(moment, identity, PartnerStatus.SUSPENDED, charterSignedOn, committee);
            case PartnerEvent.Reinstated _ ->
                    next(moment, identity, PartnerStatus.ACTIVE, charterSignedOn, committee);
            case PartnerEvent.MandateGranted e -> next(moment, with(e));
            case PartnerEvent.MandateEnded e -> next(moment, with(e));
        };
    }

    Optional<Mandate> mandate(MandateId mandate) {
        return mandates.stream().filter(each -> each.id().equals(mandate)).findFirst();
    }

    private Partner next(
            Moment moment,
            Identity newIdentity,
            PartnerStatus newStatus,
            @Nullable LocalDate newCharterSignedOn,
            boolean nowOfTheCommittee) {
        return new Partner(
                id,
                moment.version(),
                request,
                registeredAt,
                moment.at(),
                newIdentity,
                newStatus,
                newCharterSignedOn,
                nowOfTheCommittee,
                mandates);
    }

    private Partner next(Moment moment, List<Mandate> newMandates) {
        return new Partner(
                id,
                moment.version(),
                request,
                registeredAt,
                moment.at(),
                identity,
                status,
                charterSignedOn,
                committee,
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
