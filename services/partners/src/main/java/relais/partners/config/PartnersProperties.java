package relais.partners.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What differs between deployments of this service.
 *
 * @param database name of its MongoDB database
 * @param startWithin how long the start waits for MongoDB and the schema registry to answer
 */
@ConfigurationProperties("relais.partners")
record PartnersProperties(
        @DefaultValue("relais_partners") String database,
        @DefaultValue("60s") Duration startWithin) {}
