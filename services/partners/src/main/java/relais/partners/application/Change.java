package relais.partners.application;

import java.time.Clock;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import relais.partners.application.Outcome.Done;
import relais.partners.application.Outcome.Rejected;
import relais.partners.application.Outcome.Stale;
import relais.partners.domain.Decision;
import relais.partners.domain.Partner;
import relais.partners.domain.PartnerCommand;
import relais.partners.domain.PartnerId;
import relais.partners.domain.Refused;

/**
 * The way every change of a partner goes: find it, check the right and the version, decide, write.
 * The order of these checks is the order in which the API answers 404, 403, 412 and 422 or 409.
 */
final class Change {

    /** What a caller must be allowed to, for the partner concerned. */
    interface Right extends BiPredicate<Actor, PartnerId> {}

    private final Partners partners;
    private final Clock clock;

    Change(Partners partners, Clock clock) {
        this.partners = partners;
        this.clock = clock;
    }

    <C extends PartnerCommand.Change> Outcome of(
            Target target, Occasion occasion, Right right, Supplier<Fields.Read<C>> command) {
        return of(target, occasion, right, command, _ -> null);
    }

    /**
     * @param lastCheck asked when the partner itself agrees, right before it is written
     */
    <C extends PartnerCommand.Change> Outcome of(
            Target target,
            Occasion occasion,
            Right right,
            Supplier<Fields.Read<C>> command,
            Function<C, @Nullable Refused> lastCheck) {
        Partner partner = find(target.partner());
        if (partner == null) {
            return Rejected.because(Refused.unknownPartner(target.partner()));
        }
        if (!right.test(occasion.actor(), partner.id())) {
            return Rejected.because(Refused.notAllowed("id"));
        }
        Refused undue = occasion.refusal();
        if (undue != null) {
            return Rejected.because(undue);
        }
        Long expected = target.version();
        if (expected != null && partner.version() != expected) {
            return new Stale(expected, partner.version());
        }
        Fields.Read<C> read = command.get();
        if (!read.isSound()) {
            return new Rejected(read.refused());
        }
        return switch (partner.decide(read.sound(), occasion.moment(clock.instant()))) {
            case Decision.Unchanged _ -> new Done(partner);
            case Decision.Rejected rejected -> new Rejected(rejected.reasons());
            case Decision.Accepted accepted -> {
                Refused refused = lastCheck.apply(read.sound());
                yield refused == null
                        ? write(partner, accepted, occasion)
                        : Rejected.because(refused);
            }
        };
    }

    private Outcome write(Partner partner, Decision.Accepted accepted, Occasion occasion) {
        Partner after = partner.apply(accepted.event(), accepted.moment().at());
        var recorded = new RecordedEvent(after, accepted.event(), accepted.moment(), occasion);
        if (partners.replace(partner.version(), recorded)) {
            return new Done(after);
        }
        long current = partners.find(partner.id()).orElseThrow().version();
        return new Stale(partner.version(), current);
    }

    private @Nullable Partner find(String id) {
        return PartnerId.accepts(id) ? partners.find(new PartnerId(id)).orElse(null) : null;
    }
}
