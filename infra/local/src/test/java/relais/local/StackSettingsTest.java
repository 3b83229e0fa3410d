package relais.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relais.local.backbone.Distribution;
import relais.local.backbone.MongoChoice;

class StackSettingsTest {

    private static final Path HOME = Path.of("/somewhere/relais");

    @Test
    void servicesLearnTheAddressesOfEverythingFromVariables() {
        var variables =
                settings(new MongoChoice.StandIn(), Map.of("RELAIS_KAFKA_PORT", "19092"))
                        .serviceEnvironment("portal");

        assertThat(variables)
                .containsEntry("RELAIS_KAFKA_BOOTSTRAP", "127.0.0.1:19092")
                .containsEntry("RELAIS_REGISTRY_URL", "http://127.0.0.1:8090/apis/ccompat/v7")
                .containsEntry("RELAIS_MONGODB_URI", "mongodb://127.0.0.1:27017")
                .containsEntry("RELAIS_ISSUER", "http://localhost:8089")
                .containsEntry("RELAIS_JWKS", "http://localhost:8089/oauth2/jwks")
                .containsEntry("RELAIS_FEED_PORT", "8084")
                .containsEntry("RELAIS_HOME", HOME.toString())
                .containsEntry("SERVER_ADDRESS", "127.0.0.1")
                .doesNotContainKey("RELAIS_KAFKA_PASSWORD");
    }

    @Test
    void eachUserOfKafkaHasAPasswordOfItsOwnThatStays(@TempDir Path home) throws IOException {
        StackSettings settings = settings(home, new MongoChoice.StandIn(), Map.of());
        Map<String, String> feed = settings.serviceEnvironment("feed");

        assertThat(feed)
                .containsEntry("RELAIS_KAFKA_USERNAME", "feed")
                .containsEntry("RELAIS_KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT");
        assertThat(feed.get("RELAIS_KAFKA_PASSWORD"))
                .hasSizeGreaterThan(30)
                .isEqualTo(
                        settings(home, new MongoChoice.StandIn(), Map.of())
                                .serviceEnvironment("feed")
                                .get("RELAIS_KAFKA_PASSWORD"))
                .isNotEqualTo(settings.serviceEnvironment("history").get("RELAIS_KAFKA_PASSWORD"));
        assertThat(Files.getPosixFilePermissions(home.resolve("secrets/kafka.properties")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aMongoDbOfSomebodyElseIsHandedOnAndShownWithoutItsPassword() {
        var settings = settings(new MongoChoice.External("mongodb://me:secret@db:27017"), Map.of());

        assertThat(settings.serviceEnvironment("portal"))
                .containsEntry("RELAIS_MONGODB_URI", "mongodb://me:secret@db:27017");
        assertThat(settings.mongoAddress()).isEqualTo("mongodb://db:27017");
    }

    @Test
    void extrasOfAPartAddUp() {
        var settings =
                settings(new MongoChoice.StandIn(), Map.of())
                        .withEnvironment("feed", Map.of("A", "1"))
                        .withEnvironment("feed", Map.of("B", "2"))
                        .withJvmOptions("feed", List.of("-Xmx1g"));

        assertThat(settings.environment().get("feed")).containsOnlyKeys("A", "B");
        assertThat(settings.jvmOptions().get("feed")).containsExactly("-Xmx1g");
    }

    private static StackSettings settings(MongoChoice mongo, Map<String, String> environment) {
        return settings(HOME, mongo, environment);
    }

    private static StackSettings settings(
            Path home, MongoChoice mongo, Map<String, String> environment) {
        return new StackSettings(
                new Distribution(Path.of("/built")),
                home,
                Ports.of(environment),
                mongo,
                Map.of(),
                Map.of());
    }
}
