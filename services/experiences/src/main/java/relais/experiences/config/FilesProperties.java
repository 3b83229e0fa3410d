package relais.experiences.config;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import relais.experiences.file.S3ObjectStore;

/**
 * Where pictures and documents are kept, and how often what is on no card is removed.
 *
 * @param endpoint empty for that of AWS in the region
 * @param accessKey empty: as the environment of the process says, in the usual order of the SDK
 * @param pathStyle whether the bucket is in the path and not in the name of the host
 */
@ConfigurationProperties("relais.files")
record FilesProperties(
        @DefaultValue("") String endpoint,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("relais-files") String bucket,
        @DefaultValue("") String accessKey,
        @DefaultValue("") String secretKey,
        @DefaultValue("true") boolean pathStyle,
        @DefaultValue("1h") Duration sweepEvery) {

    S3ObjectStore.Settings store() {
        return new S3ObjectStore.Settings(
                endpoint.isBlank() ? null : URI.create(endpoint.strip()),
                region,
                bucket,
                accessKey.isBlank() ? null : accessKey,
                secretKey.isBlank() ? null : secretKey,
                pathStyle);
    }
}
