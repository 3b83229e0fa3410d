package relais.contributions.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import relais.contributions.contribution.QuorumRule;

class ContributionsPropertiesTest {

    private final ApplicationContextRunner service =
            new ApplicationContextRunner().withUserConfiguration(Properties.class);

    @EnableConfigurationProperties(ContributionsProperties.class)
    @Import(QuorumRuleConverter.class)
    static class Properties {}

    @Test
    void aQuorumIsTwoThirdsUnlessItIsSet() {
        service.run(context -> assertThat(quorum(context)).isEqualTo(new QuorumRule(2, 3)));
        service.withPropertyValues("relais.contributions.quorum=1/2")
                .run(context -> assertThat(quorum(context)).isEqualTo(new QuorumRule(1, 2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4/3", "0/3", "0.66", "most of them", "2/0"})
    void whatIsNoQuorumKeepsItFromStartingAndSaysWhy(String text) {
        service.withPropertyValues("relais.contributions.quorum=" + text)
                .run(
                        context ->
                                assertThat(context)
                                        .hasFailed()
                                        .getFailure()
                                        .rootCause()
                                        .isInstanceOf(IllegalArgumentException.class)
                                        .hasMessageContaining("2/3"));
    }

    private static QuorumRule quorum(ApplicationContext context) {
        return context.getBean(ContributionsProperties.class).quorum();
    }
}
