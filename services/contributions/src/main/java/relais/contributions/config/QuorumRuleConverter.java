package relais.contributions.config;

import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;
import relais.contributions.contribution.QuorumRule;

/** Reads a quorum in the configuration; the start says what is wrong with one that is none. */
@Component
@ConfigurationPropertiesBinding
final class QuorumRuleConverter implements Converter<String, QuorumRule> {

    @Override
    public QuorumRule convert(String text) {
        return QuorumRule.parse(text);
    }
}
