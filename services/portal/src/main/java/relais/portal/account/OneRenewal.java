package relais.portal.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.OAuth2AuthorizationContext;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/**
 * Renews tokens once, however many requests find at the same time that theirs are over. An issuer
 * that gives each refresh token for one use refuses the second, or takes it for stolen and ends the
 * session of whoever it was given to.
 *
 * @param issuer asks for new tokens
 */
public record OneRenewal(OAuth2AuthorizedClientProvider issuer, Renewals renewals, Clock clock)
        implements OAuth2AuthorizedClientProvider {

    /** Tokens are renewed that long before they are over. */
    public static final Duration BEFOREHAND = Duration.ofMinutes(1);

    private static final Duration PAUSE = Duration.ofMillis(50);

    /** Until then somebody else has new tokens, or has died and left it to this request. */
    private static final int PAUSES = 300;

    /**
     * New tokens; null if the request goes on with those that it has, which must not be stored then
     * in the place of what another request was given.
     */
    @Override
    public @Nullable OAuth2AuthorizedClient authorize(OAuth2AuthorizationContext context) {
        OAuth2AuthorizedClient known = context.getAuthorizedClient();
        OAuth2RefreshToken refresh = known == null ? null : known.getRefreshToken();
        if (known == null || refresh == null || !isOver(known, BEFOREHAND)) {
            return null;
        }
        String replaced = refresh.getTokenValue() + " " + known.getAccessToken().getTokenValue();
        for (int i = 0; i < PAUSES; i++) {
            OAuth2AuthorizedClient given = renewals.given(replaced);
            if (given != null) {
                return given;
            }
            if (renewals.begin(replaced)) {
                return ask(context, replaced);
            }
            if (!isOver(known, Duration.ZERO) || !paused()) {
                return null;
            }
        }
        return null;
    }

    private @Nullable OAuth2AuthorizedClient ask(
            OAuth2AuthorizationContext context, String replaced) {
        OAuth2AuthorizedClient given = null;
        try {
            given = issuer.authorize(context);
            if (given != null) {
                renewals.keep(replaced, given);
            }
            return given;
        } finally {
            if (given == null) {
                renewals.giveUp(replaced);
            }
        }
    }

    private boolean isOver(OAuth2AuthorizedClient client, Duration early) {
        Instant end = client.getAccessToken().getExpiresAt();
        return end != null && !clock.instant().isBefore(end.minus(early));
    }

    private static boolean paused() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
