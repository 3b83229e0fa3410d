package relais.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaConnectionTest {

    @Test
    void withoutSettingsItIsThisMachineInClear() {
        assertThat(KafkaConnection.of(Map.of()).settings())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "bootstrap.servers",
                                "localhost:9092",
                                "security.protocol",
                                "PLAINTEXT"));
    }

    @Test
    void aUserComesByTlsAndScramUnlessItIsSaidOtherwise() {
        assertThat(of("USERNAME", "feed", "PASSWORD", "se\"c\\ret", "TRUSTSTORE", "/ca.pem"))
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
                .containsEntry(
                        "sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required"
                                + " username=\"feed\" password=\"se\\\"c\\\\ret\";")
                .containsEntry("ssl.truststore.type", "PEM")
                .containsEntry("ssl.truststore.location", "/ca.pem");
    }

    @Test
    void theMechanismDecidesWhoLogsIn() {
        assertThat(of("USERNAME", "a", "PASSWORD", "b", "SASL_MECHANISM", "PLAIN"))
                .containsEntry("sasl.mechanism", "PLAIN")
                .extractingByKey("sasl.jaas.config")
                .asString()
                .startsWith("org.apache.kafka.common.security.plain.PlainLoginModule ");
    }

    @Test
    void certificatesAloneAreTlsWithoutAUser() {
        assertThat(of("TRUSTSTORE", "/ca.pem"))
                .containsEntry("security.protocol", "SSL")
                .doesNotContainKey("sasl.jaas.config");
    }

    @Test
    void aVariableThatIsLeftEmptyIsNone() {
        assertThat(of("USERNAME", "", "PASSWORD", " ", "SECURITY_PROTOCOL", ""))
                .containsEntry("security.protocol", "PLAINTEXT");
    }

    @Test
    void contradictionsNameTheVariables() {
        refuses("RELAIS_KAFKA_PASSWORD", "USERNAME", "feed");
        refuses("RELAIS_KAFKA_USERNAME", "SECURITY_PROTOCOL", "SASL_SSL");
        refuses(
                "RELAIS_KAFKA_SECURITY_PROTOCOL",
                "SECURITY_PROTOCOL",
                "PLAINTEXT",
                "USERNAME",
                "feed",
                "PASSWORD",
                "x");
        refuses(
                "RELAIS_KAFKA_TRUSTSTORE",
                "SECURITY_PROTOCOL",
                "SASL_PLAINTEXT",
                "USERNAME",
                "feed",
                "PASSWORD",
                "x",
                "TRUSTSTORE",
                "/ca.pem");
    }

    @Test
    void thePasswordIsInNoText() {
        KafkaConnection connection =
                KafkaConnection.of(
                        Map.of("RELAIS_KAFKA_USERNAME", "feed", "RELAIS_KAFKA_PASSWORD", "s3cret"));

        assertThat(connection.toString()).contains("feed").doesNotContain("s3cret");
    }

    private static void refuses(String named, String... settings) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(settings))
                .withMessageContaining(named);
    }

    private static Map<String, Object> of(String... settings) {
        Map<String, String> environment = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            environment.put("RELAIS_KAFKA_" + settings[i], settings[i + 1]);
        }
        return KafkaConnection.of(environment).settings();
    }
}
