package relais.history.config;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.events.SchemaRegistry;
import relais.history.adapter.kafka.AvroFacts;
import relais.history.adapter.territories.ReachedGeography;
import relais.history.catchup.CaughtUpEventColumns;
import relais.history.catchup.Repeats;
import relais.history.proof.Proofs;
import relais.log.Log;
import relais.territories.Territories;

/** What figures are computed from. Nothing is read before the first question. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FiguresProperties.class)
class FiguresConfiguration {

    @Bean
    CaughtUpEventColumns columns(
            Log log,
            SchemaRegistry registry,
            Proofs proofs,
            Repeats repeats,
            FiguresProperties properties,
            MeterRegistry meters) {
        var columns =
                new CaughtUpEventColumns(
                        log,
                        new AvroFacts(registry),
                        proofs,
                        repeats,
                        properties.eventsAtMost(),
                        properties.patience());
        Gauge.builder("relais.history.figures.events", columns, CaughtUpEventColumns::size)
                .description("Events that are kept in memory for figures")
                .register(meters);
        return columns;
    }

    @Bean
    ReachedGeography reachedGeography(Territories territories) {
        return new ReachedGeography(territories);
    }
}
