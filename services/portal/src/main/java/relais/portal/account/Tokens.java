package relais.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;

/**
 * The access token of the person who is signed in, renewed with the issuer when its time is up. A
 * token that cannot be renewed is none: better to say that the session is over than to be refused
 * by every service.
 */
public record Tokens(
        OAuth2AuthorizedClientManager clients,
        OAuth2AuthorizedClientRepository kept,
        String registration,
        Clock clock) {

    private static final Logger log = LoggerFactory.getLogger(Tokens.class);

    /** A token that services accept now; null if the person has to sign in again. */
    @Nullable String of(
            Authentication person, HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizedClient known = kept.loadAuthorizedClient(registration, person, request);
        if (known == null) {
            return null;
        }
        try {
            OAuth2AuthorizedClient fresh =
                    clients.authorize(
                            OAuth2AuthorizeRequest.withAuthorizedClient(known)
                                    .principal(person)
                                    .attribute(HttpServletRequest.class.getName(), request)
                                    .attribute(HttpServletResponse.class.getName(), response)
                                    .build());
            return fresh == null || isOver(fresh) ? null : fresh.getAccessToken().getTokenValue();
        } catch (OAuth2AuthorizationException refused) {
            log.info("A session cannot be renewed: {}", refused.getError().getErrorCode());
            return isOver(known) ? null : known.getAccessToken().getTokenValue();
        }
    }

    private boolean isOver(OAuth2AuthorizedClient client) {
        Instant end = client.getAccessToken().getExpiresAt();
        return end != null && !clock.instant().isBefore(end);
    }
}
