package relais.experiences.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What differs between deployments of this service.
 *
 * @param database name of its MongoDB database
 * @param startWithin how long the start waits for MongoDB and the schema registry to answer
 * @param consumerGroup the Kafka group that reads partners' events into the replica
 */
@ConfigurationProperties("relais.experiences")
record ExperiencesProperties(
        @DefaultValue("relais_experiences") String database,
        @DefaultValue("60s") Duration startWithin,
        @DefaultValue("relais-experiences") String consumerGroup) {}
