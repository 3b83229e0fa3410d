package relais.portal.experiences;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import relais.portal.account.Person;

/** For which partner somebody is at the desk. */
final class Membership {

    private Membership() {}

    /**
     * The partner that the person acts for.
     *
     * @throws AccessDeniedException if there is none: the desk is of no use then
     */
    static String partnerOf(@Nullable Authentication authentication) {
        Person person = Person.of(authentication);
        if (person == null || person.partner() == null) {
            throw new AccessDeniedException("The desk is for those who act for a partner");
        }
        return person.partner();
    }
}
