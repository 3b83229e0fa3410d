package relais.experiences.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import relais.experiences.adapter.mongo.MongoPartners;

/**
 * What differs between deployments of this service.
 *
 * @param consumerGroup what the Kafka groups of this deployment begin with
 */
@ConfigurationProperties("relais.experiences")
record ExperiencesProperties(@DefaultValue("relais-experiences") String consumerGroup) {

    /**
     * The group that reads partners' events into the replica, from the beginning for each model.
     */
    String partnersGroup() {
        return consumerGroup + "-" + MongoPartners.MODEL;
    }
}
