package relais.portal.help;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom people write to with a question, as a deployment sets it; empty where it does not.
 *
 * @param name of the team or organisation
 * @param email an address
 * @param telephone as people dial it
 * @param post an address in one line
 */
public record ContactDetails(
        @DefaultValue("") String name,
        @DefaultValue("") String email,
        @DefaultValue("") String telephone,
        @DefaultValue("") String post) {

    /** Whether there is a way to write or call. */
    public boolean isSet() {
        return !email.isBlank() || !telephone.isBlank() || !post.isBlank();
    }
}
