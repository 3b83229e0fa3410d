package relais.history.config;

import com.mongodb.client.MongoDatabase;
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
import relais.events.SchemaRegistry;
import relais.history.adapter.format.AvroFormat;
import relais.history.adapter.format.CsvFormat;
import relais.history.adapter.format.NdjsonFormat;
import relais.history.adapter.format.ParquetFormat;
import relais.history.adapter.format.RawNdjsonFormat;
import relais.history.adapter.http.Formats;
import relais.history.adapter.http.Slots;
import relais.history.adapter.kafka.AvroPayloads;
import relais.history.adapter.mongo.MongoCheckpoints;
import relais.history.adapter.mongo.MongoManifests;
import relais.history.adapter.territories.DatedGeography;
import relais.history.catchup.Headers;
import relais.history.catchup.HiddenTexts;
import relais.history.catchup.Repeats;
import relais.history.export.Format;
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
    AvroPayloads payloads(SchemaRegistry registry) {
        return new AvroPayloads(registry);
    }

    @Bean
    DatedGeography geography(Territories territories) {
        return new DatedGeography(territories);
    }

    @Bean
    MongoManifests manifests(MongoDatabase database) {
        return new MongoManifests(database.getCollection("manifests"));
    }

    @Bean
    MongoCheckpoints checkpoints(MongoDatabase database) {
        return new MongoCheckpoints(database.getCollection("digests"));
    }

    @Bean
    Proofs proofs(Log log, MongoCheckpoints checkpoints, HistoryProperties properties) {
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

    @Bean
    Formats formats(JsonMapper json) {
        Map<String, Function<Boolean, Format<?>>> formats = new LinkedHashMap<>();
        formats.put("ndjson", raw -> raw ? new RawNdjsonFormat(json) : new NdjsonFormat(json));
        formats.put("csv", _ -> new CsvFormat(json));
        formats.put("avro", _ -> new AvroFormat(json));
        formats.put("parquet", _ -> new ParquetFormat(json));
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
