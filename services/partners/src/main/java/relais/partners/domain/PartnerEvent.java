package relais.partners.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happened to a partner. No event holds anything about a person but a mandate's id. */
public sealed interface PartnerEvent {

    record Registered(PartnerId id, Identity identity) implements PartnerEvent {}

    record Renamed(PartnerName name, @Nullable Note reason) implements PartnerEvent {}

    record CharterSigned(LocalDate on) implements PartnerEvent {}

    /** It is one of the committee's signatories from here on. */
    record CommitteeJoined() implements PartnerEvent {}

    record CommitteeLeft(@Nullable Note reason) implements PartnerEvent {}

    record Suspended(Note reason) implements PartnerEvent {}

    record Reinstated(@Nullable Note reason) implements PartnerEvent {}

    record MandateGranted(
            MandateId mandate, MandateRole role, LocalDate from, @Nullable LocalDate until)
            implements PartnerEvent {}

    record MandateEnded(MandateId mandate, LocalDate on, @Nullable Note reason)
            implements PartnerEvent {}
}
