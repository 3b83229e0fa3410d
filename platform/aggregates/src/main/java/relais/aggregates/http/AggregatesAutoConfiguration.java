package relais.aggregates.http;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import relais.web.IdempotencyKeys;
import relais.web.ProblemMapping;
import tools.jackson.databind.json.JsonMapper;

/** What the HTTP API of every service that writes aggregates has in common. */
@AutoConfiguration(afterName = "relais.web.IdempotencyAutoConfiguration")
class AggregatesAutoConfiguration {

    @Bean
    ProblemMapping outboxProblems() {
        return new OutboxProblems();
    }

    @Bean
    @ConditionalOnBean(IdempotencyKeys.class)
    Creations creations(IdempotencyKeys keys, JsonMapper json) {
        return new Creations(keys, json);
    }

    @Bean
    @ConditionalOnBean(ParkedSources.class)
    ParkedController parkedController(ParkedSources parked) {
        return new ParkedController(parked);
    }
}
