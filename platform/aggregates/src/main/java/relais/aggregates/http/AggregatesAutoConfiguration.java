package relais.aggregates.http;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import relais.aggregates.mongo.AggregatesStart;
import relais.aggregates.mongo.Indexed;
import relais.consumer.EventConsumer;
import relais.events.EventSerializer;
import relais.outbox.OutboxFullException;
import relais.outbox.OutboxRelay;
import relais.recovery.Recovery;
import relais.start.ServiceStart;
import relais.start.StartSteps;
import relais.web.IdempotencyKeys;
import relais.web.Problem;
import relais.web.ProblemMapping;
import tools.jackson.databind.json.JsonMapper;

/** What every service that writes aggregates has in common: its HTTP API and its start. */
@AutoConfiguration(afterName = "relais.web.IdempotencyAutoConfiguration")
class AggregatesAutoConfiguration {

    /** An aggregate whose events have not left for so long that no more may wait. */
    @Bean
    ProblemMapping outboxProblems() {
        return failure ->
                failure instanceof OutboxFullException
                        ? Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "outbox-full")
                                .withHeader("Retry-After", "30")
                        : null;
    }

    @Bean
    @ConditionalOnBean(IdempotencyKeys.class)
    Creations creations(IdempotencyKeys keys, JsonMapper json) {
        return new Creations(keys, json);
    }

    /** For a service that has no start of its own. */
    @Bean
    @ConditionalOnBean(EventSerializer.class)
    @ConditionalOnMissingBean(ServiceStart.class)
    AggregatesStart aggregatesStart(
            StartSteps steps,
            List<Indexed> collections,
            EventSerializer serializer,
            OutboxRelay relay,
            ObjectProvider<EventConsumer<?>> readers,
            Recovery recovery) {
        return new AggregatesStart(
                steps, collections, serializer, relay, readers.stream().toList(), recovery);
    }

    @Bean
    @ConditionalOnBean(ParkedSources.class)
    ParkedController parkedController(ParkedSources parked) {
        return new ParkedController(parked);
    }
}
