package relais.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import relais.local.backbone.Distribution;
import relais.local.backbone.MongoChoice;

class StackSettingsTest {

    private static final Path HOME = Path.of("/somewhere/relais");

    @Test
    void servicesLearnTheAddressesOfEverythingFromVariables() {
        var variables =
                settings(new MongoChoice.StandIn(), Map.of("RELAIS_KAFKA_PORT", "19092"))
                        .serviceEnvironment();

        assertThat(variables)
                .containsEntry("RELAIS_KAFKA_BOOTSTRAP", "127.0.0.1:19092")
                .containsEntry("RELAIS_REGISTRY_URL", "http://127.0.0.1:8090/apis/ccompat/v7")
                .containsEntry("RELAIS_MONGODB_URI", "mongodb://127.0.0.1:27017")
                .containsEntry("RELAIS_ISSUER", "http://localhost:8089")
                .containsEntry("RELAIS_JWKS", "http://localhost:8089/oauth2/jwks")
                .containsEntry("RELAIS_FEED_PORT", "8084")
                .containsEntry("RELAIS_HOME", HOME.toString())
                .containsEntry("SERVER_ADDRESS", "127.0.0.1");
    }

    @Test
    void aMongoDbOfSomebodyElseIsHandedOnAndShownWithoutItsPassword() {
        var settings = settings(new MongoChoice.External("mongodb://me:secret@db:27017"), Map.of());

        assertThat(settings.serviceEnvironment())
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
        return new StackSettings(
                new Distribution(Path.of("/built")),
                HOME,
                Ports.of(environment),
                mongo,
                Map.of(),
                Map.of());
    }
}
