package relais.partners.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.partners.domain.PartnerCommand.AdmitToCommittee;
import relais.partners.domain.PartnerCommand.EndMandate;
import relais.partners.domain.PartnerCommand.GrantMandate;
import relais.partners.domain.PartnerCommand.LeaveCommittee;
import relais.partners.domain.PartnerCommand.Reinstate;
import relais.partners.domain.PartnerCommand.Rename;
import relais.partners.domain.PartnerCommand.SignCharter;
import relais.partners.domain.PartnerCommand.Suspend;

/**
 * One named rule about what may happen to a partner; the lists say which rules each command obeys.
 *
 * @param <C> the command it judges
 */
@FunctionalInterface
interface ChangePolicy<C extends PartnerCommand.Change> {

    /** The day on which the charter was first signed; nobody signed it before. */
    LocalDate CHARTER_DAY = LocalDate.of(2015, 10, 1);

    int MAX_MANDATES = 1_000;

    ChangePolicy<PartnerCommand.Change> NOT_IN_THE_FUTURE =
            (partner, command, moment) ->
                    moment.at().isAfter(moment.now())
                            ? Refused.inTheFuture("occurredAt", moment.at())
                            : null;

    /** An archive adds to a history at its end; it never slips in behind what is known. */
    ChangePolicy<PartnerCommand.Change> NOT_BEHIND_THE_LAST_EVENT =
            (partner, command, moment) ->
                    moment.at().isBefore(partner.changedAt())
                            ? Refused.beforeTheLastEvent(moment.at(), partner.changedAt())
                            : null;

    ChangePolicy<PartnerCommand.Change> NOT_WHILE_SUSPENDED =
            (partner, command, moment) ->
                    partner.status() == PartnerStatus.SUSPENDED ? Refused.suspended() : null;

    ChangePolicy<Reinstate> ONLY_WHILE_SUSPENDED =
            (partner, command, moment) ->
                    partner.status() == PartnerStatus.SUSPENDED ? null : Refused.notSuspended();

    ChangePolicy<SignCharter> SIGNED_ONCE =
            (partner, command, moment) -> {
                LocalDate signedOn = partner.charterSignedOn();
                return signedOn == null ? null : Refused.charterAlreadySigned(signedOn);
            };

    ChangePolicy<SignCharter> NOT_SIGNED_BEFORE_THE_CHARTER =
            (partner, command, moment) ->
                    command.day(moment).isBefore(CHARTER_DAY)
                            ? Refused.beforeTheCharter(command.day(moment), CHARTER_DAY)
                            : null;

    ChangePolicy<SignCharter> NOT_SIGNED_IN_ADVANCE =
            (partner, command, moment) ->
                    command.day(moment).isAfter(moment.day())
                            ? Refused.inTheFuture("signedOn", command.day(moment))
                            : null;

    /** The committee's signatories are signatories: those of the charter that it is made of. */
    ChangePolicy<AdmitToCommittee> ONLY_WHO_SIGNED =
            (partner, command, moment) ->
                    partner.charterSignedOn() == null ? Refused.charterNotSigned() : null;

    ChangePolicy<AdmitToCommittee> ADMITTED_ONCE =
            (partner, command, moment) ->
                    partner.committee() ? Refused.alreadyOfTheCommittee() : null;

    ChangePolicy<LeaveCommittee> ONLY_WHO_IS_OF_IT =
            (partner, command, moment) -> partner.committee() ? null : Refused.notOfTheCommittee();

    /** A mandate's id is never used again, not even after its end: events keep naming it. */
    ChangePolicy<GrantMandate> MANDATE_ID_IS_NEW =
            (partner, command, moment) ->
                    partner.mandate(command.mandate()) == null
                            ? null
                            : Refused.mandateIdTaken(command.mandate());

    ChangePolicy<GrantMandate> UNTIL_IS_NOT_BEFORE_FROM =
            (partner, command, moment) -> {
                LocalDate until = command.until();
                LocalDate from = command.day(moment);
                return until == null || !until.isBefore(from)
                        ? null
                        : Refused.untilBeforeFrom(from, until);
            };

    /** Those that ended count too, since they stay: a partner must not grow without a limit. */
    ChangePolicy<GrantMandate> NOT_TOO_MANY_MANDATES =
            (partner, command, moment) ->
                    partner.mandates().size() < MAX_MANDATES
                            ? null
                            : Refused.tooManyMandates(MAX_MANDATES);

    ChangePolicy<GrantMandate> FROM_IS_PLAUSIBLE =
            (partner, command, moment) ->
                    Plausible.day(command.from())
                            ? null
                            : Refused.implausibleDate("from", command.day(moment));

    ChangePolicy<GrantMandate> UNTIL_IS_PLAUSIBLE =
            (partner, command, moment) -> {
                LocalDate until = command.until();
                return until == null || Plausible.day(until)
                        ? null
                        : Refused.implausibleDate("until", until);
            };

    ChangePolicy<EndMandate> MANDATE_IS_KNOWN =
            (partner, command, moment) ->
                    partner.mandate(command.mandate()) == null
                            ? Refused.unknownMandate(command.mandate().value())
                            : null;

    ChangePolicy<EndMandate> ENDED_ONCE =
            (partner, command, moment) -> {
                Mandate mandate = partner.mandate(command.mandate());
                LocalDate endedOn = mandate == null ? null : mandate.endedOn();
                return endedOn == null
                        ? null
                        : Refused.mandateAlreadyEnded(command.mandate(), endedOn);
            };

    ChangePolicy<EndMandate> ENDS_NOT_BEFORE_IT_BEGAN =
            (partner, command, moment) -> {
                Mandate mandate = partner.mandate(command.mandate());
                return mandate == null || !command.day(moment).isBefore(mandate.from())
                        ? null
                        : Refused.endedBeforeFrom(mandate.from(), command.day(moment));
            };

    /** A foreseen end belongs in {@code until}; ending is a fact. */
    ChangePolicy<EndMandate> NOT_ENDED_IN_ADVANCE =
            (partner, command, moment) ->
                    command.day(moment).isAfter(moment.day())
                            ? Refused.inTheFuture("endedOn", command.day(moment))
                            : null;

    List<ChangePolicy<? super PartnerCommand.Change>> OF_EVERY_CHANGE =
            List.of(NOT_IN_THE_FUTURE, NOT_BEHIND_THE_LAST_EVENT);
    List<ChangePolicy<? super Rename>> OF_RENAMING = List.of();
    List<ChangePolicy<? super SignCharter>> OF_SIGNING =
            List.of(
                    NOT_WHILE_SUSPENDED,
                    SIGNED_ONCE,
                    NOT_SIGNED_BEFORE_THE_CHARTER,
                    NOT_SIGNED_IN_ADVANCE);
    List<ChangePolicy<? super AdmitToCommittee>> OF_ADMITTING =
            List.of(NOT_WHILE_SUSPENDED, ONLY_WHO_SIGNED, ADMITTED_ONCE);
    List<ChangePolicy<? super LeaveCommittee>> OF_LEAVING = List.of(ONLY_WHO_IS_OF_IT);
    List<ChangePolicy<? super Suspend>> OF_SUSPENDING = List.of(NOT_WHILE_SUSPENDED);
    List<ChangePolicy<? super Reinstate>> OF_REINSTATING = List.of(ONLY_WHILE_SUSPENDED);
    List<ChangePolicy<? super GrantMandate>> OF_GRANTING =
            List.of(
                    NOT_WHILE_SUSPENDED,
                    MANDATE_ID_IS_NEW,
                    NOT_TOO_MANY_MANDATES,
                    FROM_IS_PLAUSIBLE,
                    UNTIL_IS_PLAUSIBLE,
                    UNTIL_IS_NOT_BEFORE_FROM);
    List<ChangePolicy<? super EndMandate>> OF_ENDING =
            List.of(MANDATE_IS_KNOWN, ENDED_ONCE, ENDS_NOT_BEFORE_IT_BEGAN, NOT_ENDED_IN_ADVANCE);

    /**
     * @param partner as it is before the command
     * @return the refusal, or null if the rule is met
     */
    @Nullable Refused judge(Partner partner, C command, Moment moment);

    /** Every policy is asked, so that one answer names all that is wrong. */
    static <C extends PartnerCommand.Change> List<Refused> judgeAll(
            List<ChangePolicy<? super C>> policies, Partner partner, C command, Moment moment) {
        return Stream.concat(
                        OF_EVERY_CHANGE.stream().map(p -> p.judge(partner, command, moment)),
                        policies.stream().map(p -> p.judge(partner, command, moment)))
                .filter(Objects::nonNull)
                .toList();
    }
}
