package relais.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;

@Timeout(120)
class RegistrarCommandTest {

    private static final int ALL =
            EventSchemas.registered().values().stream().mapToInt(List::size).sum();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private ConfluentApiServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ConfluentApiServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void printsATableAndLeavesWithZero() {
        assertThat(run("--url", server.url())).isZero();

        assertThat(out.toString())
                .contains("relais.partners\n  relais.events.partners.PartnerRegistered ")
                .contains("relais.experiences\n")
                .contains("relais.contributions\n")
                .endsWith(ALL + " new, 0 unchanged, 0 refused\n");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void everySubjectIsFullTransitiveBeforeItsSchemaIsRegistered() {
        run("--url", server.url());

        assertThat(server.levels())
                .hasSize(ALL)
                .allSatisfy((subject, level) -> assertThat(level).isEqualTo("FULL_TRANSITIVE"));
        assertThat(server.calls().getFirst())
                .isEqualTo("PUT /config/relais.partners-relais.events.partners.PartnerRegistered");
    }

    @Test
    void printsTheRegistrysReasonAndLeavesWithOneOnARefusal() {
        Schema renamed = EventSchemas.partners().get(1);
        Schema other =
                new Schema.Parser()
                        .parse(
                                renamed.toString()
                                        .replace("\"name\":\"name\"", "\"name\":\"oldName\""));
        new ConfluentSchemaRegistry(server.url())
                .register(EventSchemas.subject(Topics.PARTNERS, renamed), other);

        assertThat(run("--url", server.url())).isEqualTo(RegistrarCommand.REFUSED);

        assertThat(out.toString())
                .containsPattern(
                        "PartnerRenamed +refused  Incompatible: READER_FIELD_MISSING_DEFAULT_VALUE")
                .endsWith(ALL - 1 + " new, 0 unchanged, 1 refused\n");
    }

    @Test
    void saysPlainlyThatNobodyAnswersAndLeavesWithThree() throws IOException {
        int nobody = freePort();

        assertThat(run("--url", "http://localhost:" + nobody))
                .isEqualTo(RegistrarCommand.UNREACHABLE);

        assertThat(err.toString())
                .isEqualTo(
                        "The schema registry at http://localhost:%d does not answer: Connection refused%n"
                                .formatted(nobody));
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void waitsForARegistryThatIsStarting() {
        server.fail(2);

        assertThat(run("--url", server.url(), "--wait", "20")).isZero();

        assertThat(err.toString())
                .isEqualTo(
                        "Waiting up to 20 s for the schema registry at %s%n"
                                .formatted(server.url()));
    }

    @Test
    void waitsNoLongerThanItWasTold() throws IOException {
        long start = System.nanoTime();

        assertThat(run("--url", "http://localhost:" + freePort(), "--wait", "1"))
                .isEqualTo(RegistrarCommand.UNREACHABLE);

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(60));
    }

    @Test
    void anotherServerIsNotTakenForARegistryThatKnowsNothing() {
        assertThat(run("--url", server.url() + "/elsewhere"))
                .isEqualTo(RegistrarCommand.UNREACHABLE);

        assertThat(err.toString())
                .contains("/elsewhere")
                .contains("404")
                .contains("root of its Confluent API");
    }

    @Test
    void aRegistryThatTakesTheCallAndSaysNothingIsGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            ConfluentSchemaRegistry registry =
                    new ConfluentSchemaRegistry(
                            new RegistryConnection("http://localhost:" + silent.getLocalPort()),
                            Duration.ofMillis(300));

            assertThatExceptionOfType(RegistryUnavailable.class)
                    .isThrownBy(() -> registry.byId(1))
                    .withMessageContaining("does not answer");
        }
    }

    @Test
    void helpTellsTheExitCodes() {
        assertThat(run("--help")).isZero();

        assertThat(out.toString()).contains("--wait", "Exit codes", "refused at least one schema");
    }

    private int run(String... arguments) {
        return new CommandLine(new RegistrarCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
