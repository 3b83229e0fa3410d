package relais.partners.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to happen to a partner. A null date means the day of the moment it happens.
 */
public sealed interface PartnerCommand {

    /**
     * @param home what is known of {@code identity.territory()}
     */
    record Register(PartnerId id, Identity identity, HomeTerritory home)
            implements PartnerCommand {}

    /** A command to a partner that exists. */
    sealed interface Change extends PartnerCommand {}

    record Rename(PartnerName name, @Nullable Note reason) implements Change {}

    record SignCharter(@Nullable LocalDate signedOn) implements Change {
        LocalDate day(Moment moment) {
            return signedOn == null ? moment.day() : signedOn;
        }
    }

    /** Counts it among the committee's signatories. */
    record AdmitToCommittee() implements Change {}

    record LeaveCommittee(@Nullable Note reason) implements Change {}

    record Suspend(Note reason) implements Change {}

    record Reinstate(@Nullable Note reason) implements Change {}

    record GrantMandate(
            MandateId mandate,
            MandateRole role,
            @Nullable LocalDate from,
            @Nullable LocalDate until)
            implements Change {
        LocalDate day(Moment moment) {
            return from == null ? moment.day() : from;
        }
    }

    record EndMandate(MandateId mandate, @Nullable LocalDate endedOn, @Nullable Note reason)
            implements Change {
        LocalDate day(Moment moment) {
            return endedOn == null ? moment.day() : endedOn;
        }
    }
}
