package relais.start;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import relais.events.RegistryConnection;

/**
 * Where the schema registry is. Each is an environment variable too, such as {@code
 * RELAIS_REGISTRY_USERNAME}.
 *
 * @param url root of the registry's Confluent API
 * @param username as of {@link RegistryConnection}, as the two that follow
 */
@ConfigurationProperties("relais.registry")
public record RegistryProperties(
        @DefaultValue("http://localhost:8090/apis/ccompat/v7") String url,
        @Nullable String username,
        @Nullable String password,
        @Nullable String truststore) {

    /**
     * What a client needs to connect.
     *
     * @throws IllegalArgumentException if the settings contradict each other; the message names the
     *     variables
     */
    public RegistryConnection connection() {
        return new RegistryConnection(url, username, password, truststore);
    }

    /** Without the password, for it may end in a log. */
    @Override
    public String toString() {
        return url + " as " + username;
    }
}
