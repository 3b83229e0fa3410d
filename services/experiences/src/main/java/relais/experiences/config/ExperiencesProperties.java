package relais.experiences.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What differs between deployments of this service.
 *
 * @param consumerGroup what the Kafka groups of this deployment begin with
 */
@ConfigurationProperties("relais.experiences")
record ExperiencesProperties(@DefaultValue("relais-experiences") String consumerGroup) {

    /**
     * Counted up by whoever changes what the replica of partners retains of the same events: it is
     * then filled anew, by a reader of its own, beside the one of the model before, which answers
     * until the new one has come as far. 2 knows when a partner was registered, and whether it is
     * of the committee.
     */
    static final String PARTNERS_MODEL = "v2";

    /**
     * The group that reads partners' events into the replica, from the beginning for each model.
     */
    String partnersGroup() {
        return consumerGroup + "-" + PARTNERS_MODEL;
    }
}
