package relais.portal.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;

/** Renewals of an instance that keeps its sessions itself, and so is the only one. */
public final class OwnRenewals implements Renewals {

    private static final int MOST = 10_000;

    /** Empty until the issuer has answered. */
    private final Cache<String, Optional<OAuth2AuthorizedClient>> known =
            Caffeine.newBuilder()
                    .maximumSize(MOST)
                    .expireAfterWrite(SharedRenewals.FOUND_FOR)
                    .build();

    @Override
    public boolean begin(String replaced) {
        return known.asMap().putIfAbsent(replaced, Optional.empty()) == null;
    }

    @Override
    public @Nullable OAuth2AuthorizedClient given(String replaced) {
        Optional<OAuth2AuthorizedClient> given = known.getIfPresent(replaced);
        return given == null ? null : given.orElse(null);
    }

    @Override
    public void keep(String replaced, OAuth2AuthorizedClient given) {
        known.put(replaced, Optional.of(given));
    }

    @Override
    public void giveUp(String replaced) {
        known.invalidate(replaced);
    }
}
