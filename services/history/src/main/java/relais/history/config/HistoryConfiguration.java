package relais.history.config;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.events.EventSchemas;
import relais.history.adapter.format.AvroFormat;
import relais.history.adapter.format.CsvFormat;
import relais.history.adapter.format.NdjsonFormat;
import relais.history.adapter.format.ParquetFormat;
import relais.history.adapter.format.RawNdjsonFormat;
import relais.history.adapter.http.Formats;
import relais.history.adapter.http.Slots;
import relais.history.adapter.kafka.AvroFacts;
import relais.history.catchup.CaughtUpEventColumns;
import relais.history.catchup.Headers;
import relais.history.catchup.HiddenTexts;
import relais.history.catchup.Repeats;
import relais.history.export.Format;
import relais.history.proof.Checkpoints;
import relais.history.proof.Proofs;
import relais.log.Log;
import relais.log.kafka.KafkaLog;
import relais.start.KafkaProperties;
import relais.territories.Territories;
import tools.jackson.databind.json.JsonMapper;

/** The log, the forms it is taken away in, and what is remembered. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HistoryProperties.class)
class HistoryConfiguration {

    /** How long a question waits for another one's reading of the log. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Bean
    Territories territories() {
        return Territories.load();
    }

    @Bean
    KafkaLog eventLog(KafkaProperties kafka) {
        return new KafkaLog(List.copyOf(EventSchemas.byTopic().keySet()), kafka.connection());
    }

    @Bean
    Proofs proofs(Log log, Checkpoints checkpoints, HistoryProperties properties) {
        return new Proofs(log, checkpoints, properties.checkpointEvery());
    }

    @Bean
    Headers headers(Log log) {
        return new Headers(log);
    }

    @Bean
    Repeats repeats(Headers headers) {
        return new Repeats(headers);
    }

    @Bean
    HiddenTexts hiddenTexts(Headers headers, Repeats repeats) {
        return new HiddenTexts(headers, repeats, PATIENCE);
    }

    /** What figures are computed from. Nothing is read before the first question. */
    @Bean
    CaughtUpEventColumns columns(
            Log log,
            AvroFacts facts,
            Proofs proofs,
            Repeats repeats,
            HistoryProperties properties,
            MeterRegistry meters) {
        HistoryProperties.Figures figures = properties.figures();
        var columns =
                new CaughtUpEventColumns(
                        log, facts, proofs, repeats, figures.eventsAtMost(), figures.patience());
        Gauge.builder("relais.history.figures.events", columns, CaughtUpEventColumns::size)
                .description("Events that are kept in memory for figures")
                .register(meters);
        return columns;
    }

    @Bean
    Formats formats(JsonMapper json) {
        Map<String, Function<Boolean, Format<?>>> formats = new LinkedHashMap<>();
        formats.put("ndjson", raw -> raw ? new RawNdjsonFormat(json) : new NdjsonFormat(json));
        formats.put("csv", _ -> new CsvFormat());
        formats.put("avro", _ -> new AvroFormat());
        formats.put("parquet", _ -> new ParquetFormat());
        return new Formats(formats);
    }

    /** Each reads the whole log, and holds about 10 MB. */
    @Bean
    Slots exportSlots(HistoryProperties properties, MeterRegistry meters) {
        var slots =
                new Slots(properties.exportsAtOnce(), "too-many-exports", Duration.ofSeconds(5));
        Gauge.builder("relais.history.exports.open", slots, Slots::taken)
                .description("Exports that are written at present")
                .register(meters);
        return slots;
    }
}
