package relais.partners.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a command is refused.
 *
 * @param field the input field at fault, as the API names it
 * @param arguments what the message quotes, in the order of its placeholders
 */
public record Refused(Rule rule, String field, List<Object> arguments) {

    private static final int LONGEST_QUOTE = 40;

    /** How a refusal is to be taken; of several refusals, the first in this order decides. */
    public enum Nature {
        DENIED,
        ABSENT,
        MALFORMED,
        INVALID,
        CONFLICT
    }

    /** Every rule that can refuse; the name is the stable code of its message. */
    public enum Rule {
        ONE_OF(Nature.MALFORMED),
        ONE_LINE(Nature.MALFORMED),
        PARTNER_ID(Nature.MALFORMED),
        MANDATE_ID(Nature.MALFORMED),
        EMAIL(Nature.MALFORMED),
        REQUIRED(Nature.MALFORMED),
        SIREN_INVALID(Nature.INVALID),
        SIRET_INVALID(Nature.INVALID),
        SIREN_OF_ANOTHER_SIRET(Nature.INVALID),
        TERRITORY_UNKNOWN(Nature.INVALID),
        TERRITORY_NOT_VALID(Nature.INVALID),
        TERRITORY_UNFIT_FOR_KIND(Nature.INVALID),
        BEFORE_THE_CHARTER(Nature.INVALID),
        IMPLAUSIBLE_DATE(Nature.MALFORMED),
        IN_THE_FUTURE(Nature.INVALID),
        BEFORE_THE_LAST_EVENT(Nature.INVALID),
        UNTIL_BEFORE_FROM(Nature.INVALID),
        ENDED_BEFORE_FROM(Nature.INVALID),
        CHARTER_ALREADY_SIGNED(Nature.CONFLICT),
        CHARTER_NOT_SIGNED(Nature.CONFLICT),
        ALREADY_OF_THE_COMMITTEE(Nature.CONFLICT),
        NOT_OF_THE_COMMITTEE(Nature.CONFLICT),
        SUSPENDED(Nature.CONFLICT),
        NOT_SUSPENDED(Nature.CONFLICT),
        PARTNER_ID_TAKEN(Nature.CONFLICT),
        ORGANISATION_ALREADY_REGISTERED(Nature.CONFLICT),
        MANDATE_ID_TAKEN(Nature.CONFLICT),
        MANDATE_ALREADY_ENDED(Nature.CONFLICT),
        TOO_MANY_MANDATES(Nature.CONFLICT),
        MANDATE_UNKNOWN(Nature.ABSENT),
        PARTNER_UNKNOWN(Nature.ABSENT),
        NOT_ALLOWED(Nature.DENIED),
        ARCHIVES_BY_OPERATORS_ONLY(Nature.DENIED);

        private final Nature nature;

        Rule(Nature nature) {
            this.nature = nature;
        }

        public Nature nature() {
            return nature;
        }
    }

    public Refused {
        arguments = List.copyOf(arguments);
    }

    private static Refused of(Rule rule, String field, Object... arguments) {
        return new Refused(rule, field, Stream.of(arguments).map(Refused::quoted).toList());
    }

    /** Codes are put into words later; of a text, a reader needs no more than its beginning. */
    private static Object quoted(Object argument) {
        if (argument instanceof Enum<?>) {
            return argument;
        }
        String line = argument.toString().replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", " ");
        return line.codePointCount(0, line.length()) <= LONGEST_QUOTE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
    }

    /** A word that is none of those known. */
    public static Refused oneOf(String field, Enum<?>[] known) {
        return of(
                Rule.ONE_OF,
                field,
                Stream.of(known).map(Enum::name).collect(Collectors.joining(", ")));
    }

    /** What is no clean line of at most so many characters. */
    public static Refused oneLine(String field, int maxLength) {
        return of(Rule.ONE_LINE, field, maxLength);
    }

    public static Refused partnerId(String field) {
        return of(Rule.PARTNER_ID, field);
    }

    public static Refused mandateId(String field) {
        return of(Rule.MANDATE_ID, field);
    }

    public static Refused email(String field) {
        return of(Rule.EMAIL, field);
    }

    public static Refused required(String field) {
        return of(Rule.REQUIRED, field);
    }

    public static Refused sirenInvalid(String siren) {
        return of(Rule.SIREN_INVALID, "siren", siren);
    }

    public static Refused siretInvalid(String siret) {
        return of(Rule.SIRET_INVALID, "siret", siret);
    }

    public static Refused sirenOfAnotherSiret(Siren siren, Siret siret) {
        return of(Rule.SIREN_OF_ANOTHER_SIRET, "siret", siret, siren);
    }

    public static Refused unknownTerritory(String id) {
        return of(Rule.TERRITORY_UNKNOWN, "territory", id);
    }

    static Refused territoryNotValid(HomeTerritory territory, LocalDate on) {
        return of(Rule.TERRITORY_NOT_VALID, "territory", territory.id(), on);
    }

    static Refused territoryUnfitForKind(HomeTerritory territory, PartnerKind kind) {
        return of(Rule.TERRITORY_UNFIT_FOR_KIND, "territory", territory.id(), kind);
    }

    static Refused beforeTheCharter(LocalDate day, LocalDate charter) {
        return of(Rule.BEFORE_THE_CHARTER, "signedOn", day, charter);
    }

    public static Refused implausibleDate(String field, Object when) {
        return of(Rule.IMPLAUSIBLE_DATE, field, when);
    }

    static Refused inTheFuture(String field, Object when) {
        return of(Rule.IN_THE_FUTURE, field, when);
    }

    static Refused beforeTheLastEvent(Instant at, Instant last) {
        return of(Rule.BEFORE_THE_LAST_EVENT, "occurredAt", at, last);
    }

    static Refused untilBeforeFrom(LocalDate from, LocalDate until) {
        return of(Rule.UNTIL_BEFORE_FROM, "until", until, from);
    }

    static Refused endedBeforeFrom(LocalDate from, LocalDate endedOn) {
        return of(Rule.ENDED_BEFORE_FROM, "endedOn", endedOn, from);
    }

    static Refused charterAlreadySigned(LocalDate on) {
        return of(Rule.CHARTER_ALREADY_SIGNED, "signedOn", on);
    }

    static Refused charterNotSigned() {
        return of(Rule.CHARTER_NOT_SIGNED, "charterSignedOn");
    }

    static Refused alreadyOfTheCommittee() {
        return of(Rule.ALREADY_OF_THE_COMMITTEE, "committee");
    }

    static Refused notOfTheCommittee() {
        return of(Rule.NOT_OF_THE_COMMITTEE, "committee");
    }

    static Refused suspended() {
        return of(Rule.SUSPENDED, "status");
    }

    static Refused notSuspended() {
        return of(Rule.NOT_SUSPENDED, "status");
    }

    public static Refused partnerIdTaken(PartnerId id) {
        return of(Rule.PARTNER_ID_TAKEN, "id", id);
    }

    public static Refused organisationAlreadyRegistered(String field, String number) {
        return of(Rule.ORGANISATION_ALREADY_REGISTERED, field, number);
    }

    public static Refused mandateIdTaken(MandateId id) {
        return of(Rule.MANDATE_ID_TAKEN, "id", id);
    }

    static Refused mandateAlreadyEnded(MandateId id, LocalDate on) {
        return of(Rule.MANDATE_ALREADY_ENDED, "id", id, on);
    }

    static Refused tooManyMandates(int most) {
        return of(Rule.TOO_MANY_MANDATES, "id", most);
    }

    public static Refused unknownMandate(String id) {
        return of(Rule.MANDATE_UNKNOWN, "id", id);
    }

    public static Refused unknownPartner(String id) {
        return of(Rule.PARTNER_UNKNOWN, "id", id);
    }

    public static Refused notAllowed(String field) {
        return of(Rule.NOT_ALLOWED, field);
    }

    public static Refused archivesByOperatorsOnly() {
        return of(Rule.ARCHIVES_BY_OPERATORS_ONLY, "occurredAt");
    }
}
