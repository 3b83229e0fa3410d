package relais.identity;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The accounts and where the signing key is kept.
 *
 * @param keyFile created at first start, so that tokens outlive a restart
 * @param tokenLifetime how long an access token is good for
 * @param sessionLifetime how long the portal may renew a person's token
 * @param audiences whom access tokens are for: the services of one deployment
 * @param accounts by name; each is a client (secret {@code <name>-demo}) and a user (the same
 *     password)
 * @param portal the pages that people sign in from
 */
@ConfigurationProperties("relais.identity")
record IdentityProperties(
        Path keyFile,
        @DefaultValue("1h") Duration tokenLifetime,
        @DefaultValue("8h") Duration sessionLifetime,
        List<String> audiences,
        Map<String, Account> accounts,
        Portal portal) {

    /**
     * What a token says of its bearer.
     *
     * @param partner the partner the account acts for, if any
     * @param mandate the mandate in whose name it acts
     * @param roles among {@code partner}, {@code committee}, {@code analyst}, {@code operator}
     */
    record Account(@Nullable String partner, String mandate, List<String> roles) {}

    /**
     * The portal's client: PKCE protects the code, with or without the client's secret.
     *
     * @param redirectUris where a code may be sent
     * @param postLogoutRedirectUris where one may land after signing out
     */
    record Portal(List<String> redirectUris, List<String> postLogoutRedirectUris) {

        /** Where people land who came without knowing where to. */
        String home() {
            return postLogoutRedirectUris.getFirst();
        }
    }

    Optional<Account> account(String name) {
        return Optional.ofNullable(accounts.get(name));
    }

    /** The secret, or password, of an account: no secret at all. */
    static String secret(String account) {
        return account + "-demo";
    }
}
