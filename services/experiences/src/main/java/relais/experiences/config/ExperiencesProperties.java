package relais.experiences.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What differs between deployments of this service.
 *
 * @param consumerGroup the Kafka group that reads partners' events into the replica
 */
@ConfigurationProperties("relais.experiences")
record ExperiencesProperties(@DefaultValue("relais-experiences") String consumerGroup) {}
