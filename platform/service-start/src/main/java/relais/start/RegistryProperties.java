package relais.start;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the schema registry is.
 *
 * @param url root of the registry's Confluent API
 */
@ConfigurationProperties("relais.registry")
public record RegistryProperties(
        @DefaultValue("http://localhost:8090/apis/ccompat/v7") String url) {}
