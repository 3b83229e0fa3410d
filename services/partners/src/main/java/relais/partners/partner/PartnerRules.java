package relais.partners.partner;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.DayRule;
import relais.aggregates.Refusal;
import relais.partners.partner.PartnerCommand.AdmitToCommittee;
import relais.partners.partner.PartnerCommand.EndMandate;
import relais.partners.partner.PartnerCommand.ErasePerson;
import relais.partners.partner.PartnerCommand.GrantMandate;
import relais.partners.partner.PartnerCommand.LeaveCommittee;
import relais.partners.partner.PartnerCommand.Registration;
import relais.partners.partner.PartnerCommand.Reinstate;
import relais.partners.partner.PartnerCommand.Rename;
import relais.partners.partner.PartnerCommand.SignCharter;
import relais.partners.partner.PartnerCommand.Suspend;
import relais.territories.Territory;

/** Which named rules each command obeys, once what was typed is sound. */
final class PartnerRules {

    /** The charter was first signed on this day; nobody signed it before. */
    static final LocalDate CHARTER_DAY = LocalDate.of(2015, 10, 1);

    static final int MAX_MANDATES = 1_000;

    /** Beyond it, and before {@link DayRule#EARLIEST}, a date is a slip of the keyboard. */
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    private PartnerRules() {}

    /** The rules that a registration obeys. */
    static Stream<Refusal> registration(Registration body, PartnerContext context) {
        return Refusal.all(
                territoryFitsKind(body, requireNonNull(context.home())),
                territoryExistsThatDay(requireNonNull(context.home()), context.day()),
                siretBelongsToSiren(body),
                notInTheFuture(context));
    }

    /** The rules that each change obeys; every one is asked, so that one answer names all. */
    static Stream<Refusal> change(
            Partner partner, PartnerCommand.Change command, PartnerContext context) {
        Stream<Refusal> own =
                switch (command) {
                    case Rename _ -> Stream.empty();
                    case SignCharter c ->
                            Refusal.all(
                                    notWhileSuspended(partner),
                                    signedOnce(partner),
                                    notSignedBeforeTheCharter(c, context),
                                    notInAdvance("signedOn", c.signedOn(), context));
                    case AdmitToCommittee _ ->
                            Refusal.all(
                                    notWhileSuspended(partner),
                                    onlyWhoSigned(partner),
                                    admittedOnce(partner));
                    case LeaveCommittee _ -> onlyWhoIsOfIt(partner);
                    case Suspend _ -> notWhileSuspended(partner);
                    case Reinstate _ -> onlyWhileSuspended(partner);
                    case GrantMandate c ->
                            Refusal.all(
                                    notWhileSuspended(partner),
                                    mandateIdIsNew(partner, c),
                                    notTooManyMandates(partner),
                                    plausible("from", c.from()),
                                    plausible("until", c.until()),
                                    untilIsNotBeforeFrom(c, context));
                    case EndMandate c ->
                            partner.mandate(c.mandate())
                                    .map(mandate -> ending(mandate, c, context))
                                    .orElseGet(
                                            () -> Stream.of(unknownMandate(c.mandate().value())));
                    // A right to be forgotten depends on nothing that happened since.
                    case ErasePerson c ->
                            Refusal.when(
                                    partner.mandate(c.mandate()).isEmpty(),
                                    unknownMandate(c.mandate().value()));
                };
        return Refusal.all(notInTheFuture(context), notBehindTheLastEvent(partner, context), own);
    }

    private static Stream<Refusal> ending(
            Mandate mandate, EndMandate command, PartnerContext context) {
        return Refusal.all(
                endedOnce(mandate),
                endsNotBeforeItBegan(mandate, requireNonNullElse(command.endedOn(), context.day())),
                notInAdvance("endedOn", command.endedOn(), context));
    }

    /** A commune sits on a commune, a région on a région; a ministry on France. */
    private static Stream<Refusal> territoryFitsKind(Registration body, Territory home) {
        PartnerKind kind = PartnerKind.valueOf(requireNonNull(body.kind()));
        return Refusal.when(
                !kind.sitsOn(home.scheme()),
                Refusal.invalid("territory", "territory-unfit-for-kind", home.id(), kind));
    }

    /** Nobody registers for a territory that is no more, or is not yet. */
    private static Stream<Refusal> territoryExistsThatDay(Territory home, LocalDate day) {
        return Refusal.when(
                !home.validOn(day),
                Refusal.invalid("territory", "territory-not-valid", home.id(), day));
    }

    /** An establishment belongs to the legal entity it names. */
    private static Stream<Refusal> siretBelongsToSiren(Registration body) {
        String siren = Line.given(body.siren());
        String siret = Line.given(body.siret());
        return siren == null || siret == null || Sirene.sirenOf(siret).equals(siren)
                ? Stream.empty()
                : Stream.of(Refusal.invalid("siret", "siren-of-another-siret", siret, siren));
    }

    private static Stream<Refusal> notInTheFuture(PartnerContext context) {
        return Refusal.when(
                context.at().isAfter(context.now()),
                Refusal.invalid("occurredAt", "in-the-future", context.at()));
    }

    /** An archive adds to a history at its end; it never slips in behind what is known. */
    private static Stream<Refusal> notBehindTheLastEvent(Partner partner, PartnerContext context) {
        return Refusal.when(
                context.at().isBefore(partner.changedAt()),
                Refusal.invalid(
                        "occurredAt", "before-the-last-event", context.at(), partner.changedAt()));
    }

    private static Stream<Refusal> notWhileSuspended(Partner partner) {
        return Refusal.when(isSuspended(partner), Refusal.conflict("status", "suspended"));
    }

    private static Stream<Refusal> onlyWhileSuspended(Partner partner) {
        return Refusal.when(!isSuspended(partner), Refusal.conflict("status", "not-suspended"));
    }

    private static boolean isSuspended(Partner partner) {
        return partner.status() == PartnerStatus.SUSPENDED;
    }

    private static Stream<Refusal> signedOnce(Partner partner) {
        LocalDate signedOn = partner.charterSignedOn();
        return signedOn == null
                ? Stream.empty()
                : Stream.of(Refusal.conflict("signedOn", "charter-already-signed", signedOn));
    }

    private static Stream<Refusal> notSignedBeforeTheCharter(
            SignCharter command, PartnerContext context) {
        LocalDate day = requireNonNullElse(command.signedOn(), context.day());
        return Refusal.when(
                day.isBefore(CHARTER_DAY),
                Refusal.invalid("signedOn", "before-the-charter", day, CHARTER_DAY));
    }

    /** What is foreseen is no fact yet: a foreseen end belongs in {@code until}. */
    private static Stream<Refusal> notInAdvance(
            String field, @Nullable LocalDate day, PartnerContext context) {
        return day != null && day.isAfter(context.day())
                ? Stream.of(Refusal.invalid(field, "in-the-future", day))
                : Stream.empty();
    }

    /** The committee's signatories are signatories: those of the charter that it is made of. */
    private static Stream<Refusal> onlyWhoSigned(Partner partner) {
        return Refusal.when(
                partner.charterSignedOn() == null,
                Refusal.conflict("charterSignedOn", "charter-not-signed"));
    }

    private static Stream<Refusal> admittedOnce(Partner partner) {
        return Refusal.when(
                partner.committee(), Refusal.conflict("committee", "already-of-the-committee"));
    }

    private static Stream<Refusal> onlyWhoIsOfIt(Partner partner) {
        return Refusal.when(
                !partner.committee(), Refusal.conflict("committee", "not-of-the-committee"));
    }

    /** A mandate's id is never used again, not even after its end: events keep naming it. */
    private static Stream<Refusal> mandateIdIsNew(Partner partner, GrantMandate command) {
        MandateId mandate = new MandateId(requireNonNull(command.id()));
        return Refusal.when(partner.mandate(mandate).isPresent(), mandateIdTaken(mandate));
    }

    static Refusal mandateIdTaken(MandateId mandate) {
        return Refusal.conflict("id", "mandate-id-taken", mandate);
    }

    /** Those that ended count too, since they stay: a partner must not grow without a limit. */
    private static Stream<Refusal> notTooManyMandates(Partner partner) {
        return Refusal.when(
                partner.mandates().size() >= MAX_MANDATES,
                Refusal.conflict("id", "too-many-mandates", MAX_MANDATES));
    }

    private static Stream<Refusal> plausible(String field, @Nullable LocalDate day) {
        return day == null || isPlausible(day)
                ? Stream.empty()
                : Stream.of(implausible(field, day));
    }

    static boolean isPlausible(LocalDate day) {
        return !day.isBefore(DayRule.EARLIEST) && !day.isAfter(LAST_DAY);
    }

    static Refusal implausible(String field, Object when) {
        return Refusal.malformed(field, "implausible-date", when);
    }

    private static Stream<Refusal> untilIsNotBeforeFrom(
            GrantMandate command, PartnerContext context) {
        LocalDate from = requireNonNullElse(command.from(), context.day());
        LocalDate until = command.until();
        return until == null || !until.isBefore(from)
                ? Stream.empty()
                : Stream.of(Refusal.invalid("until", "until-before-from", until, from));
    }

    static Refusal unknownPartner(String partner) {
        return Refusal.notFound("id", "partner-unknown", partner);
    }

    static Refusal unknownMandate(String mandate) {
        return Refusal.notFound("id", "mandate-unknown", mandate);
    }

    private static Stream<Refusal> endedOnce(Mandate mandate) {
        LocalDate endedOn = mandate.endedOn();
        return endedOn == null
                ? Stream.empty()
                : Stream.of(Refusal.conflict("id", "mandate-already-ended", mandate.id(), endedOn));
    }

    private static Stream<Refusal> endsNotBeforeItBegan(Mandate mandate, LocalDate endedOn) {
        return Refusal.when(
                endedOn.isBefore(mandate.from()),
                Refusal.invalid("endedOn", "ended-before-from", endedOn, mandate.from()));
    }
}
