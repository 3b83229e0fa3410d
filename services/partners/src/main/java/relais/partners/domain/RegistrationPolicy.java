package relais.partners.domain;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One named rule about who may become a partner; {@link #ALL} is the list to read. */
@FunctionalInterface
interface RegistrationPolicy {

    /** A commune sits on a commune, a région on a région; a ministry on France. */
    RegistrationPolicy TERRITORY_FITS_KIND =
            (register, moment) ->
                    register.identity().kind().sitsOn(register.home())
                            ? null
                            : Refused.territoryUnfitForKind(
                                    register.home(), register.identity().kind());

    /** Nobody registers for a territory that is no more, or is not yet. */
    RegistrationPolicy TERRITORY_EXISTS_THAT_DAY =
            (register, moment) ->
                    register.home().existsOn(moment.day())
                            ? null
                            : Refused.territoryNotValid(register.home(), moment.day());

    /** An establishment belongs to the legal entity it names. */
    RegistrationPolicy SIRET_BELONGS_TO_SIREN =
            (register, moment) -> {
                Siren siren = register.identity().siren();
                Siret siret = register.identity().siret();
                return siren == null || siret == null || siret.siren().equals(siren)
                        ? null
                        : Refused.sirenOfAnotherSiret(siren, siret);
            };

    RegistrationPolicy NOT_IN_THE_FUTURE =
            (register, moment) ->
                    moment.at().isAfter(moment.now())
                            ? Refused.inTheFuture("occurredAt", moment.at())
                            : null;

    List<RegistrationPolicy> ALL =
            List.of(
                    TERRITORY_FITS_KIND,
                    TERRITORY_EXISTS_THAT_DAY,
                    SIRET_BELONGS_TO_SIREN,
                    NOT_IN_THE_FUTURE);

    /**
     * @return the refusal, or null if the rule is met
     */
    @Nullable Refused judge(PartnerCommand.Register register, Moment moment);

    /** Every policy is asked, so that one answer names all that is wrong. */
    static List<Refused> judgeAll(PartnerCommand.Register register, Moment moment) {
        return ALL.stream()
                .map(policy -> policy.judge(register, moment))
                .filter(Objects::nonNull)
                .toList();
    }
}
