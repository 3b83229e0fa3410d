package relais.portal.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import relais.portal.call.Service;
import relais.portal.help.ContactDetails;

/**
 * What one deployment of the portal sets.
 *
 * @param address where people reach the portal, without a slash at the end; what the issuer sends
 *     people back to, whatever a request's Host says
 * @param contact where people write whom an obstacle keeps from using the portal: an e-mail address
 *     or a telephone number, shown on the page about accessibility
 * @param secureCookies whether cookies go over https only; false for plain http on one machine
 * @param patience how long a page waits for one answer
 * @param longPatience how long it waits for one that may rightly take its time: counting a long
 *     log, turning to another read model
 * @param streams how many live connections one instance keeps; each costs about 100 kB of heap
 * @param downloads how many files one instance passes on at once
 * @param team whom people write to with a question; nothing if a deployment does not say
 * @param metricsToken what anybody who reads the gauges has to bring; if it is empty, nobody may
 */
@ConfigurationProperties("relais.portal")
record PortalProperties(
        String address,
        @DefaultValue("accessibilite@relais.example") String contact,
        @DefaultValue("true") boolean secureCookies,
        Map<Service, URI> services,
        @DefaultValue("5s") Duration patience,
        @DefaultValue("30s") Duration longPatience,
        @DefaultValue("400") int streams,
        @DefaultValue("50") int downloads,
        @DefaultValue("") String metricsToken,
        @DefaultValue ContactDetails team,
        SignIn signIn) {

    /**
     * The issuer. Its endpoints are named one by one: the portal starts without asking it anything.
     *
     * @param clientSecret empty for a public client, which gets no refresh tokens
     * @param endSessionUri where one signs out; empty if the issuer has no such page
     * @param userInfoUri where the issuer says more of a person, in JSON or signed; empty if the ID
     *     token says all
     * @param scopes what is asked for
     * @param secretInBody whether the secret goes into the body of the request for tokens, in place
     *     of a header
     * @param proofKey whether the code is bound to this portal by PKCE; false for an issuer that
     *     refuses parameters which it does not list
     * @param algorithm by which the issuer signs, {@code RS256} or {@code ES256}
     * @param assurances the values of {@code acr} that are asked for, and of which one must come
     *     back; none if any will do
     * @param identityProviders the values of {@code idp_id} that are let in; none for all
     */
    record SignIn(
            String issuer,
            String authorizationUri,
            String tokenUri,
            String keysUri,
            @Nullable String endSessionUri,
            String clientId,
            @Nullable String clientSecret,
            @Nullable String userInfoUri,
            @DefaultValue({"openid", "profile"}) List<String> scopes,
            @DefaultValue("false") boolean secretInBody,
            @DefaultValue("true") boolean proofKey,
            @DefaultValue("RS256") String algorithm,
            @DefaultValue List<String> assurances,
            @DefaultValue List<String> identityProviders) {}

    URI of(Service service) {
        URI address = services.get(service);
        if (address == null) {
            throw new IllegalStateException(
                    "relais.portal.services." + service.key() + " is not set");
        }
        return address;
    }
}
