package relais.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Remembers who is signing in through the portal, until the process ends. Tokens of clients are not
 * remembered: they prove themselves, and a load test that asks for a hundred thousand of them must
 * not fill the memory.
 */
final class SignIns implements OAuth2AuthorizationService {

    private final OAuth2AuthorizationService remembered = new InMemoryOAuth2AuthorizationService();

    @Override
    public void save(OAuth2Authorization authorization) {
        if (!authorization
                .getAuthorizationGrantType()
                .equals(AuthorizationGrantType.CLIENT_CREDENTIALS)) {
            remembered.save(authorization);
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        remembered.remove(authorization);
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return remembered.findById(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(
            String token, @Nullable OAuth2TokenType tokenType) {
        return remembered.findByToken(token, tokenType);
    }
}
