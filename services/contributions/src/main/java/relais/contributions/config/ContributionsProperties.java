package relais.contributions.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import relais.contributions.contribution.QuorumRule;

/**
 * What differs between deployments of this service.
 *
 * @param consumerGroup what the names of its Kafka groups begin with: one group for each topic
 * @param quorum the share of the signatories that must have answered a consultation, such as {@code
 *     2/3}
 */
@ConfigurationProperties("relais.contributions")
record ContributionsProperties(
        @DefaultValue("relais-contributions") String consumerGroup,
        @DefaultValue("2/3") QuorumRule quorum) {}
