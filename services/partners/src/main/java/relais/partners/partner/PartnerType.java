package relais.partners.partner;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import relais.aggregates.AggregateType;
import relais.aggregates.Decision;
import relais.aggregates.Moment;
import relais.aggregates.Refusal;
import relais.aggregates.Request;
import relais.aggregates.Stored;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.PartnerId;
import relais.partners.partner.PartnerCommand.Register;
import relais.partners.partner.PartnerCommand.Registration;

/** Partners: everyone may know of them. */
public final class PartnerType
        implements AggregateType<Partner, PartnerCommand, PartnerEvent, PartnerContext> {

    @Override
    public List<Refusal> denials(
            @Nullable Partner before, PartnerCommand command, PartnerContext context) {
        return switch (command) {
            case Register c -> PartnerRights.mayRegister(context.actor(), c.occurredAt());
            case PartnerCommand.Change c ->
                    PartnerRights.mayChange(requireNonNull(before).id(), c, context.actor());
        };
    }

    @Override
    public Decision<PartnerEvent> decide(
            @Nullable Partner before, PartnerCommand command, PartnerContext context) {
        List<Refusal> malformed = PartnerFields.refusals(command, context).toList();
        if (!malformed.isEmpty()) {
            return new Decision.Refused<>(malformed);
        }
        return switch (command) {
            case Register c ->
                    Decision.unless(
                            PartnerRules.registration(c.body(), context), () -> registered(c));
            case PartnerCommand.Rename c
                    when requireNonNull(before).identity().name().equals(c.name()) ->
                    new Decision.Unchanged<>();
            case PartnerCommand.Change c ->
                    Decision.unless(
                            PartnerRules.change(requireNonNull(before), c, context),
                            () -> event(c, context));
        };
    }

    /** One that is refused for itself is so whether its id exists or not. */
    @Override
    public List<Refusal> duplicate(
            Partner existing, PartnerCommand creation, Supplier<PartnerContext> context) {
        PartnerContext now = context.get();
        Register command = (Register) creation;
        if (decide(null, command, now) instanceof Decision.Refused<PartnerEvent> refused) {
            return refused.refusals();
        }
        return Refusal.when(
                        !existing.request().equals(command.request()),
                        Refusal.conflict("id", "partner-id-taken", existing.id()))
                .toList();
    }

    /** Time is among the partner's own rules, which know who may enter archives. */
    @Override
    public List<Refusal> timeRefusals(
            @Nullable Stored<Partner> before, Request request, Instant now) {
        return List.of();
    }

    @Override
    public Partner apply(@Nullable Partner before, PartnerEvent event, Moment moment) {
        return Partner.apply(before, event, moment);
    }

    /** A repeated registration shows the key of the first: see {@link #duplicate}. */
    @Override
    public boolean isCreator(Partner state, Actor actor) {
        return true;
    }

    private static PartnerEvent registered(Register command) {
        Registration body = command.body();
        String siret = Line.given(body.siret());
        return new PartnerEvent.Registered(
                new PartnerId(command.id()),
                new Identity(
                        requireNonNull(body.name()),
                        PartnerKind.valueOf(requireNonNull(body.kind())),
                        requireNonNull(body.territory()),
                        // A SIRET says its SIREN: readers of the log need not cut strings.
                        siret == null ? Line.given(body.siren()) : Sirene.sirenOf(siret),
                        siret,
                        Line.given(body.represents()),
                        Line.given(body.externalId())),
                command.request());
    }

    private static PartnerEvent event(PartnerCommand.Change command, PartnerContext context) {
        return switch (command) {
            case PartnerCommand.Rename c ->
                    new PartnerEvent.Renamed(requireNonNull(c.name()), Line.given(c.reason()));
            case PartnerCommand.SignCharter c ->
                    new PartnerEvent.CharterSigned(requireNonNullElse(c.signedOn(), context.day()));
            case PartnerCommand.AdmitToCommittee _ -> new PartnerEvent.CommitteeJoined();
            case PartnerCommand.LeaveCommittee c ->
                    new PartnerEvent.CommitteeLeft(Line.given(c.reason()));
            case PartnerCommand.Suspend c -> new PartnerEvent.Suspended(requireNonNull(c.reason()));
            case PartnerCommand.Reinstate c -> new PartnerEvent.Reinstated(Line.given(c.reason()));
            case PartnerCommand.GrantMandate c ->
                    new PartnerEvent.MandateGranted(
                            new MandateId(requireNonNull(c.id())),
                            MandateRole.valueOf(requireNonNull(c.role())),
                            requireNonNullElse(c.from(), context.day()),
                            c.until());
            case PartnerCommand.EndMandate c ->
                    new PartnerEvent.MandateEnded(
                            c.mandate(),
                            requireNonNullElse(c.endedOn(), context.day()),
                            Line.given(c.reason()));
            case PartnerCommand.ErasePerson c -> new PartnerEvent.MandatePersonErased(c.mandate());
        };
    }
}
