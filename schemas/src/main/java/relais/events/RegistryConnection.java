package relais.events;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the schema registry is, and how to be let in: by HTTP's basic authentication, and over TLS
 * if the address begins with {@code https}.
 *
 * @param url root of the Confluent API, such as {@code http://localhost:8090/apis/ccompat/v7}
 * @param username who asks; none for nobody in particular
 * @param password of the user
 * @param truststore file of PEM certificates to be trusted; without one those of the Java platform
 *     are
 */
public record RegistryConnection(
        String url,
        @Nullable String username,
        @Nullable String password,
        @Nullable String truststore) {

    /**
     * @throws IllegalArgumentException if a user is without password or a password without user
     */
    public RegistryConnection {
        username = given(username);
        password = given(password);
        truststore = given(truststore);
        if ((username == null) != (password == null)) {
            throw new IllegalArgumentException(
                    "RELAIS_REGISTRY_USERNAME and RELAIS_REGISTRY_PASSWORD belong together: one of"
                            + " them is missing");
        }
    }

    /** As nobody in particular. */
    public RegistryConnection(String url) {
        this(url, null, null, null);
    }

    /** The settings of Confluent's client, by its own names. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        if (username != null) {
            settings.put("basic.auth.credentials.source", "USER_INFO");
            settings.put("basic.auth.user.info", username + ":" + password);
        }
        if (truststore != null) {
            settings.put("ssl.truststore.type", "PEM");
            settings.put("ssl.truststore.location", truststore);
        }
        return settings;
    }

    /** Without the password, for it may end in a log. */
    @Override
    public String toString() {
        return url + " as " + username;
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
