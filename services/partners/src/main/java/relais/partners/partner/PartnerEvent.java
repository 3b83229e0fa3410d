package relais.partners.partner;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.PartnerId;

/** What happened to a partner. No event holds anything about a person but a mandate's id. */
public sealed interface PartnerEvent {

    /**
     * @param request the key of the request that registered it, which is not published: empty in
     *     what comes from the log
     */
    record Registered(PartnerId id, Identity identity, String request) implements PartnerEvent {

        static final String FORGOTTEN_REQUEST = "";
    }

    record Renamed(String name, @Nullable String reason) implements PartnerEvent {}

    record CharterSigned(LocalDate signedOn) implements PartnerEvent {}

    /** It is one of the committee's signatories from here on. */
    record CommitteeJoined() implements PartnerEvent {}

    record CommitteeLeft(@Nullable String reason) implements PartnerEvent {}

    record Suspended(String reason) implements PartnerEvent {}

    record Reinstated(@Nullable String reason) implements PartnerEvent {}

    record MandateGranted(
            MandateId mandate, MandateRole role, LocalDate from, @Nullable LocalDate until)
            implements PartnerEvent {}

    record MandateEnded(MandateId mandate, LocalDate endedOn, @Nullable String reason)
            implements PartnerEvent {}

    /** Nobody is known under the mandate any more. */
    record MandatePersonErased(MandateId mandate) implements PartnerEvent {}
}
