package relais.history.config;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What differs between deployments of the open data.
 *
 * @param enabled whether editions are made here
 * @param folder where their files lie
 * @param signingKey the file of the key that signs the lines of the digest, a JSON Web Key of the
 *     curve P-256; it is made if it is not there
 * @param pages where people read, without a slash at the end: what addresses in files begin with
 * @param lookEvery how often to look whether there is something to make
 * @param patience how many looks to wait for a log that does not rest
 * @param kept how many editions are kept
 */
@ConfigurationProperties("relais.history.datasets")
record DatasetsProperties(
        @DefaultValue("true") boolean enabled,
        Path folder,
        Path signingKey,
        @DefaultValue("http://localhost:8080") String pages,
        @DefaultValue("10s") Duration lookEvery,
        @DefaultValue("60") int patience,
        @DefaultValue("8") int kept) {}
