package relais.history.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.events.SchemaRegistry;
import relais.history.adapter.files.DatasetFiles;
import relais.history.adapter.files.SigningKeyFile;
import relais.history.adapter.format.TableCsv;
import relais.history.adapter.format.TableParquet;
import relais.history.adapter.format.TableSchemas;
import relais.history.adapter.http.Catalog;
import relais.history.adapter.kafka.PublicTables;
import relais.history.catchup.HiddenTexts;
import relais.history.catchup.Repeats;
import relais.history.dataset.DailyEditions;
import relais.history.dataset.DatasetWords;
import relais.history.dataset.EditionFiles;
import relais.history.dataset.Editions;
import relais.history.dataset.LineSigner;
import relais.history.dataset.TableForm;
import relais.history.dataset.Tables;
import relais.history.proof.Proofs;
import relais.log.Log;
import relais.start.RepeatedWork;
import relais.territories.Territories;

/** The open data: what it is made from, by whom and where it lies. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatasetsProperties.class)
class DatasetsConfiguration {

    @Bean
    DatasetWords datasetWords() {
        return new DatasetWords();
    }

    @Bean
    EditionFiles editionFiles(DatasetsProperties properties, DatasetWords words, Clock clock) {
        var schemas = new TableSchemas(words);
        return new DatasetFiles(
                properties.folder(),
                List.of(
                        new TableForm("csv", true, TableCsv::write),
                        new TableForm("parquet", true, TableParquet::write),
                        new TableForm(
                                "schema.json",
                                false,
                                (table, _, out) -> out.write(schemas.of(table).getBytes(UTF_8)))),
                clock);
    }

    @Bean
    LineSigner lineSigner(DatasetsProperties properties) {
        return new SigningKeyFile(properties.signingKey());
    }

    @Bean
    Tables publicTables(
            Log log,
            SchemaRegistry registry,
            Territories territories,
            DatasetsProperties properties) {
        return new PublicTables(log, registry, territories, properties.pages());
    }

    @Bean
    Catalog catalog(DatasetWords words, DatasetsProperties properties) {
        return new Catalog(words, properties.pages());
    }

    @Bean
    DailyEditions dailyEditions(
            Proofs proofs,
            Repeats repeats,
            HiddenTexts hidden,
            Tables tables,
            Editions editions,
            EditionFiles files,
            LineSigner signer,
            DatasetsProperties properties,
            Clock clock) {
        return new DailyEditions(
                proofs,
                repeats,
                hidden,
                tables,
                editions,
                files,
                signer,
                new DailyEditions.Settings(properties.patience(), properties.kept()),
                clock);
    }

    /** After everything else has started: making files is nobody's first request. */
    @Bean
    SmartLifecycle dailyEditionsRunning(DailyEditions editions, DatasetsProperties properties) {
        return new SmartLifecycle() {
            private @Nullable RepeatedWork looks;

            @Override
            public synchronized void start() {
                Duration every = properties.lookEvery();
                looks =
                        properties.enabled()
                                ? RepeatedWork.start("datasets", every, every, editions::look)
                                : null;
            }

            @Override
            public synchronized void stop() {
                if (looks != null) {
                    looks.close();
                    looks = null;
                }
            }

            @Override
            public synchronized boolean isRunning() {
                return looks != null;
            }
        };
    }
}
