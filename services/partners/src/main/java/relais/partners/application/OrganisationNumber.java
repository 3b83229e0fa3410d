package relais.partners.application;

import org.jspecify.annotations.Nullable;
import relais.partners.application.Claims.Claim;
import relais.partners.application.Claims.Kind;
import relais.partners.domain.Identity;
import relais.partners.domain.Siren;
import relais.partners.domain.Siret;

/**
 * The number by which two registrations are seen to be the same organisation: the SIRET if there is
 * one, else the SIREN. Partners may share a SIREN as long as each names its own establishment,
 * because a school network or a service of the State often lives inside another's legal entity.
 */
final class OrganisationNumber {
    private OrganisationNumber() {}

    /**
     * @return null if the organisation gave no number
     */
    static @Nullable Claim of(Identity identity) {
        Siret siret = identity.siret();
        if (siret != null) {
            return new Claim(Kind.SIRET, siret.value());
        }
        Siren siren = identity.siren();
        return siren == null ? null : new Claim(Kind.SIREN, siren.value());
    }
}
