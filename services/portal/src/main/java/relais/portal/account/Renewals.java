package relais.portal.account;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;

/**
 * What the requests of one session agree on, at whatever instances they are, when its tokens are to
 * be renewed: one asks the issuer, the others take what it was given.
 *
 * <p>A renewal is known by the tokens that it replaces, so by nobody but who has them.
 */
public interface Renewals {

    /** Whether the caller is to ask the issuer: nobody else has begun, or who did has died. */
    boolean begin(String replaced);

    /** What the issuer gave for these tokens, for a few minutes; null while it has not answered. */
    @Nullable OAuth2AuthorizedClient given(String replaced);

    void keep(String replaced, OAuth2AuthorizedClient given);

    /** The issuer gave nothing: whoever comes next may ask it again. */
    void giveUp(String replaced);
}
