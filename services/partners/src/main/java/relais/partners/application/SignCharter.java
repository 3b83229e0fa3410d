package relais.partners.application;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import relais.partners.domain.PartnerCommand;

/** A partner signs the charter, once and for itself. */
public final class SignCharter {
    private final Change change;

    public SignCharter(Partners partners, Clock clock) {
        this.change = new Change(partners, clock);
    }

    /**
     * @param signedOn the day in Paris; null for the day on which this happens
     */
    public Outcome sign(Target target, @Nullable LocalDate signedOn, Occasion occasion) {
        return change.of(
                target,
                occasion,
                Actor::mayActFor,
                () -> new Fields().read(() -> new PartnerCommand.SignCharter(signedOn)));
    }
}
