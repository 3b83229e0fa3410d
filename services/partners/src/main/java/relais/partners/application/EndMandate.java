package relais.partners.application;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import relais.partners.domain.MandateId;
import relais.partners.domain.PartnerCommand;
import relais.partners.domain.Refused;

/** A partner ends a mandate; the person is kept until somebody has it erased. */
public final class EndMandate {
    private final Change change;
    private final MandateHolders holders;

    public EndMandate(Partners partners, Claims claims, Clock clock) {
        this.change = new Change(partners, clock);
        this.holders = new MandateHolders(partners, claims);
    }

    /**
     * @param version the version of the partner that the caller has seen; null for any
     * @param endedOn first day without it, in Paris; null for the day on which this happens
     */
    public Outcome end(
            String mandate,
            @Nullable Long version,
            @Nullable LocalDate endedOn,
            @Nullable String reason,
            Occasion occasion) {
        return holders.of(mandate)
                .map(
                        partner ->
                                change.of(
                                        new Target(partner.id().value(), version),
                                        occasion,
                                        Actor::mayActFor,
                                        () -> read(mandate, endedOn, reason)))
                .orElseGet(() -> Outcome.Rejected.because(Refused.unknownMandate(mandate)));
    }

    private static Fields.Read<PartnerCommand.EndMandate> read(
            String mandate, @Nullable LocalDate endedOn, @Nullable String reason) {
        var fields = new Fields();
        var why = fields.note("reason", reason);
        return fields.read(
                () -> new PartnerCommand.EndMandate(new MandateId(mandate), endedOn, why));
    }
}
