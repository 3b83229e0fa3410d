package relais.portal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.oauth2.client.OAuth2AuthorizationContext;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

class OneRenewalTest {

    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");
    private static final OAuth2AuthorizedClient ENDING = client("ending", Duration.ofSeconds(30));
    private static final OAuth2AuthorizedClient FRESH = client("fresh", Duration.ofHours(1));

    private final Renewals renewals = new OwnRenewals();
    private final AtomicInteger calls = new AtomicInteger();
    private final OneRenewal renewal =
            new OneRenewal(
                    _ -> {
                        calls.incrementAndGet();
                        return FRESH;
                    },
                    renewals,
                    Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void theFirstRequestRenewsAndTheOthersTakeWhatItWasGiven() {
        assertThat(renewal.authorize(with(ENDING))).isSameAs(FRESH);
        assertThat(renewal.authorize(with(ENDING))).isSameAs(FRESH);

        assertThat(calls).hasValue(1);
    }

    @Test
    void aTokenThatIsStillGoodServesWhileAnotherRequestRenews() {
        assertThat(renewals.begin("refresh-of-ending ending")).isTrue();

        assertThat(renewal.authorize(with(ENDING))).as("nothing new to be stored").isNull();

        assertThat(calls).hasValue(0);
    }

    @Test
    void tokensThatLastAreNotRenewed() {
        assertThat(renewal.authorize(with(FRESH))).isNull();

        assertThat(calls).hasValue(0);
    }

    @Test
    void aRefusalLetsTheNextRequestAskAgain() {
        var refusing =
                new OneRenewal(
                        _ -> {
                            throw new OAuth2AuthorizationException(new OAuth2Error("refused"));
                        },
                        renewals,
                        Clock.fixed(NOW, ZoneOffset.UTC));

        assertThatThrownBy(() -> refusing.authorize(with(ENDING)))
                .isInstanceOf(OAuth2AuthorizationException.class);

        assertThat(renewal.authorize(with(ENDING))).isSameAs(FRESH);
    }

    private static OAuth2AuthorizationContext with(OAuth2AuthorizedClient client) {
        return OAuth2AuthorizationContext.withAuthorizedClient(client)
                .principal(new TestingAuthenticationToken("besancon", ""))
                .build();
    }

    private static OAuth2AuthorizedClient client(String token, Duration lasts) {
        ClientRegistration registration =
                ClientRegistration.withRegistrationId("relais")
                        .clientId("portal")
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .redirectUri("http://localhost/login")
                        .authorizationUri("http://localhost/authorize")
                        .tokenUri("http://localhost/token")
                        .build();
        return new OAuth2AuthorizedClient(
                registration,
                "besancon",
                new OAuth2AccessToken(
                        OAuth2AccessToken.TokenType.BEARER,
                        token,
                        NOW.minusSeconds(600),
                        NOW.plus(lasts)),
                new OAuth2RefreshToken("refresh-of-" + token, NOW));
    }
}
