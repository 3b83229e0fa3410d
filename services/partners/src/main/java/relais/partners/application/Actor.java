package relais.partners.application;

import org.jspecify.annotations.Nullable;
import relais.partners.domain.PartnerId;

/**
 * Who asks, and what that allows. The committee and operators admit and suspend partners; a partner
 * acts for itself; operators stand in for partners, as they enter archives.
 *
 * @param mandate the id of the mandate under which the caller acts; never a person's name
 * @param partner the partner the caller acts for, if any
 */
public record Actor(
        String mandate, @Nullable PartnerId partner, boolean committee, boolean operator) {

    boolean mayAdmit() {
        return committee || operator;
    }

    boolean mayActFor(PartnerId id) {
        return operator || id.equals(partner);
    }

    boolean mayRename(PartnerId id) {
        return mayAdmit() || mayActFor(id);
    }

    /** Names and addresses are for those who run the partnership, and for the partner itself. */
    public boolean maySeePersonsOf(PartnerId id) {
        return mayAdmit() || mayActFor(id);
    }
}
