package relais.experiences.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import relais.experiences.draft.MongoDrafts;
import relais.experiences.experience.MongoExperiences;
import relais.experiences.file.FileMeters;
import relais.experiences.file.FileRights;
import relais.experiences.file.FilesOnCards;
import relais.experiences.file.KeepFiles;
import relais.experiences.file.MongoUploadedFiles;
import relais.experiences.file.ObjectStoreUnavailable;
import relais.experiences.file.S3ObjectStore;
import relais.start.RepeatedWork;
import relais.web.Problem;
import relais.web.ProblemMapping;

/** Pictures and documents. The bucket is not needed for anything else: nothing waits for it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FilesProperties.class)
@Import(FileRights.class)
class FilesConfiguration {

    @Bean
    S3ObjectStore objectStore(FilesProperties properties) {
        return new S3ObjectStore(properties.store());
    }

    @Bean
    FilesOnCards filesOnCards(MongoExperiences experiences, MongoDrafts drafts) {
        return new FilesOnCards(experiences, drafts);
    }

    @Bean
    KeepFiles keepFiles(
            S3ObjectStore store,
            MongoUploadedFiles uploads,
            FilesOnCards cards,
            MeterRegistry meters,
            Clock clock) {
        return new KeepFiles(store, uploads, cards, new FileMeters(meters), clock);
    }

    @Bean
    ProblemMapping objectStoreProblems() {
        return failure ->
                failure instanceof ObjectStoreUnavailable
                        ? Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "files-unavailable")
                                .withHeader("Retry-After", "30")
                        : null;
    }

    @Bean
    SmartLifecycle fileSweep(KeepFiles files, FilesProperties properties) {
        return new SmartLifecycle() {
            private @Nullable RepeatedWork sweeps;

            @Override
            public void start() {
                sweeps =
                        RepeatedWork.start(
                                "files",
                                properties.sweepEvery(),
                                properties.sweepEvery(),
                                files::sweep);
            }

            @Override
            public void stop() {
                RepeatedWork started = sweeps;
                sweeps = null;
                if (started != null) {
                    started.close();
                }
            }

            @Override
            public boolean isRunning() {
                return sweeps != null;
            }
        };
    }
}
