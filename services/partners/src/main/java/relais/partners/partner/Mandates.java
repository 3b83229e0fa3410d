package relais.partners.partner;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.Refusal;
import relais.aggregates.Result;
import relais.aggregates.partner.Actor;
import relais.partners.partner.PartnerCommand.EndMandate;
import relais.partners.partner.PartnerCommand.ErasePerson;
import relais.partners.partner.PartnerCommand.GrantMandate;

/**
 * Mandates and who holds them. A person is kept after the mandate is written and only then: a
 * mandate without a known person can be completed, a person without a mandate would be data held
 * without a reason.
 */
public record Mandates(
        ChangeAggregate<Partner, PartnerCommand, PartnerEvent> change,
        PartnersWithUniqueNames partners,
        Persons persons) {

    Result<Partner> grant(String partner, @Nullable Long version, GrantMandate asked, Actor actor) {
        GrantMandate command = asked.withId(() -> "m-" + UUID.randomUUID());
        Result<Partner> result = change.change(partner, version, command, command.by(actor));
        if (result instanceof Result.Done<Partner> done && command.person() != null) {
            Partner after = done.stored().state();
            persons.keep(
                    after.mandates().getLast().id(),
                    after.id(),
                    after.version(),
                    command.person().accepted());
        }
        return result;
    }

    /**
     * The person is kept until somebody has it erased.
     *
     * @param mandate the id as received, whatever it looks like
     * @param version the version of the partner that the caller has seen; null for any
     */
    Result<Partner> end(
            String mandate,
            @Nullable Long version,
            @Nullable LocalDate endedOn,
            @Nullable String reason,
            @Nullable Instant occurredAt,
            Actor actor) {
        Partner partner = holder(mandate).orElse(null);
        if (partner == null) {
            return new Result.Refused<>(List.of(PartnerRules.unknownMandate(mandate)));
        }
        EndMandate command = new EndMandate(new MandateId(mandate), endedOn, reason, occurredAt);
        return change.change(partner.id().value(), version, command, command.by(actor));
    }

    /**
     * Says or corrects who holds a mandate. It changes no version and leaves no event.
     *
     * @return why it was refused; empty if it is done
     */
    List<Refusal> name(String mandate, Person person, Actor actor) {
        return ofTheirOwn(
                mandate,
                actor,
                partner -> {
                    List<Refusal> refusals = person.refusals("").toList();
                    if (refusals.isEmpty()) {
                        persons.keep(
                                new MandateId(mandate),
                                partner.id(),
                                partner.version(),
                                person.accepted());
                    }
                    return refusals;
                });
    }

    /**
     * Forgets who holds a mandate, and tells those who keep something of whoever acts under it. The
     * log goes on saying that the mandate acted. An erasure that broke off is repeated whole.
     *
     * @return why it was refused; empty if nobody is known under the mandate any more
     */
    List<Refusal> erase(String mandate, Actor actor) {
        Partner partner = holder(mandate).orElse(null);
        if (partner == null) {
            return List.of(PartnerRules.unknownMandate(mandate));
        }
        ErasePerson command = new ErasePerson(new MandateId(mandate));
        Result<Partner> erased =
                change.changeLatest(partner.id().value(), command, command.by(actor));
        return switch (erased) {
            case Result.Done<Partner> _ -> {
                persons.erase(command.mandate());
                yield List.of();
            }
            case Result.Missing<Partner> _ -> List.of(PartnerRules.unknownMandate(mandate));
            case Result.Refused<Partner>(List<Refusal> refusals) -> refusals;
            case Result.Stale<Partner> _ -> List.of(Refusal.conflict("id", "too-busy"));
        };
    }

    private List<Refusal> ofTheirOwn(
            String mandate, Actor actor, Function<Partner, List<Refusal>> done) {
        Partner partner = holder(mandate).orElse(null);
        if (partner == null) {
            return List.of(PartnerRules.unknownMandate(mandate));
        }
        return PartnerRights.mayActFor(partner.id(), actor)
                ? done.apply(partner)
                : List.of(PartnerRights.notAllowed());
    }

    private Optional<Partner> holder(String mandate) {
        return MandateId.accepts(mandate)
                ? partners.holder(new MandateId(mandate))
                : Optional.empty();
    }
}
