package relais.experiences.config;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param url root of the registry's Confluent API
 */
@ConfigurationProperties("relais.registry")
record RegistryProperties(String url) {}
