package relais.partners.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.partners.domain.PartnerCommand.AdmitToCommittee;
import relais.partners.domain.PartnerCommand.EndMandate;
import relais.partners.domain.PartnerCommand.GrantMandate;
import relais.partners.domain.PartnerCommand.LeaveCommittee;
import relais.partners.domain.PartnerCommand.Register;
import relais.partners.domain.PartnerCommand.Reinstate;
import relais.partners.domain.PartnerCommand.Rename;
import relais.partners.domain.PartnerCommand.SignCharter;
import relais.partners.domain.PartnerCommand.Suspend;
import relais.partners.domain.PartnerEvent.CharterSigned;
import relais.partners.domain.PartnerEvent.CommitteeJoined;
import relais.partners.domain.PartnerEvent.CommitteeLeft;
import relais.partners.domain.PartnerEvent.MandateEnded;
import relais.partners.domain.PartnerEvent.MandateGranted;
import relais.partners.domain.PartnerEvent.Registered;
import relais.partners.domain.PartnerEvent.Reinstated;
import relais.partners.domain.PartnerEvent.Renamed;
import relais.partners.domain.PartnerEvent.Suspended;

/**
 * An organisation of the partnership. {@code decide} says what a command leads to; {@code apply} is
 * the only code that changes state, live and in replay.
 *
 * @param version how many events made it, at least 1
 * @param changedAt when the last of them happened
 * @param committee whether it is one of the committee's signatories, which alone take positions
 * @param mandates in the order in which they were granted, those that ended included
 */
public record Partner(
        PartnerId id,
        long version,
        Instant registeredAt,
        Instant changedAt,
        Identity identity,
        PartnerStatus status,
        @Nullable LocalDate charterSignedOn,
        boolean committee,
        List<Mandate> mandates) {

    public Partner {
        if (version < 1) {
            throw new IllegalArgumentException("A partner begins at version 1, not " + version);
        }
        mandates = List.copyOf(mandates);
    }

    public static Decision decide(Register command, Moment moment) {
        List<Refused> reasons = RegistrationPolicy.judgeAll(command, moment);
        return reasons.isEmpty()
                ? new Decision.Accepted(
                        new Registered(command.id(), withSiren(command.identity())), moment)
                : new Decision.Rejected(reasons);
    }

    public Decision decide(PartnerCommand.Change command, Moment asked) {
        if (command instanceof Rename rename && rename.name().equals(identity.name())) {
            return new Decision.Unchanged();
        }
        Moment moment = asked.notBefore(changedAt);
        List<Refused> reasons = judge(command, moment);
        return reasons.isEmpty()
                ? new Decision.Accepted(eventOf(command, moment), moment)
                : new Decision.Rejected(reasons);
    }

    private List<Refused> judge(PartnerCommand.Change command, Moment moment) {
        return switch (command) {
            case Rename c -> ChangePolicy.judgeAll(ChangePolicy.OF_RENAMING, this, c, moment);
            case SignCharter c -> ChangePolicy.judgeAll(ChangePolicy.OF_SIGNING, this, c, moment);
            case AdmitToCommittee c ->
                    ChangePolicy.judgeAll(ChangePolicy.OF_ADMITTING, this, c, moment);
            case LeaveCommittee c ->
                    ChangePolicy.judgeAll(ChangePolicy.OF_LEAVING, this, c, moment);
            case Suspend c -> ChangePolicy.judgeAll(ChangePolicy.OF_SUSPENDING, this, c, moment);
            case Reinstate c -> ChangePolicy.judgeAll(ChangePolicy.OF_REINSTATING, this, c, moment);
            case GrantMandate c -> ChangePolicy.judgeAll(ChangePolicy.OF_GRANTING, this, c, moment);
            case EndMandate c -> ChangePolicy.judgeAll(ChangePolicy.OF_ENDING, this, c, moment);
        };
    }

    private static PartnerEvent eventOf(PartnerCommand.Change command, Moment moment) {
        return switch (command) {
            case Rename c -> new Renamed(c.name(), c.reason());
            case SignCharter c -> new CharterSigned(c.day(moment));
            case AdmitToCommittee _ -> new CommitteeJoined();
            case LeaveCommittee c -> new CommitteeLeft(c.reason());
            case Suspend c -> new Suspended(c.reason());
            case Reinstate c -> new Reinstated(c.reason());
            case GrantMandate c ->
                    new MandateGranted(c.mandate(), c.role(), c.day(moment), c.until());
            case EndMandate c -> new MandateEnded(c.mandate(), c.day(moment), c.reason());
        };
    }

    /** The partner that its first event makes. */
    public static Partner begin(Registered event, Instant at) {
        return new Partner(
                event.id(),
                1,
                at,
                at,
                event.identity(),
                PartnerStatus.ACTIVE,
                null,
                false,
                List.of());
    }

    /**
     * @throws IllegalStateException for a second registration: the log is not this partner's
     */
    public Partner apply(PartnerEvent event, Instant at) {
        return switch (event) {
            case Registered e -> throw new IllegalStateException("Registered twice: " + e.id());
            case Renamed e ->
                    next(at, identity.named(e.name()), status, charterSignedOn, committee);
            case CharterSigned e -> next(at, identity, status, e.on(), committee);
            case CommitteeJoined _ -> next(at, identity, status, charterSignedOn, true);
            case CommitteeLeft _ -> next(at, identity, status, charterSignedOn, false);
            case Suspended _ ->
                    next(at, identity, PartnerStatus.SUSPENDED, charterSignedOn, committee);
            case Reinstated _ ->
                    next(at, identity, PartnerStatus.ACTIVE, charterSignedOn, committee);
            case MandateGranted e -> next(at, with(e));
            case MandateEnded e -> next(at, with(e));
        };
    }

    public @Nullable Mandate mandate(MandateId mandate) {
        return mandates.stream().filter(m -> m.id().equals(mandate)).findFirst().orElse(null);
    }

    private Partner next(
            Instant at,
            Identity newIdentity,
            PartnerStatus newStatus,
            @Nullable LocalDate newCharterSignedOn,
            boolean nowOfTheCommittee) {
        return new Partner(
                id,
                version + 1,
                registeredAt,
                at,
                newIdentity,
                newStatus,
                newCharterSignedOn,
                nowOfTheCommittee,
                mandates);
    }

    private Partner next(Instant at, List<Mandate> newMandates) {
        return new Partner(
                id,
                version + 1,
                registeredAt,
                at,
                identity,
                status,
                charterSignedOn,
                committee,
                newMandates);
    }

    private List<Mandate> with(MandateGranted e) {
        Mandate granted = new Mandate(e.mandate(), e.role(), e.from(), e.until(), null);
        return Stream.concat(mandates.stream(), Stream.of(granted)).toList();
    }

    private List<Mandate> with(MandateEnded e) {
        return mandates.stream()
                .map(m -> m.id().equals(e.mandate()) ? m.ended(e.on()) : m)
                .toList();
    }

    /** A SIRET says its SIREN: readers of the log find it without cutting strings. */
    private static Identity withSiren(Identity given) {
        Siret siret = given.siret();
        return siret == null
                ? given
                : new Identity(
                        given.name(),
                        given.kind(),
                        given.territory(),
                        siret.siren(),
                        siret,
                        given.represents(),
                        given.externalId());
    }
}
