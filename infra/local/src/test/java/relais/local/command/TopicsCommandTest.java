package relais.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class TopicsCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theTableCanBeReadWithoutAKafka() {
        assertThat(run(Map.of(), "--table")).isZero();

        assertThat(out.toString())
                .containsPattern("partners +TOPIC +LITERAL +relais.partners +READ WRITE\n")
                .containsPattern("history +TRANSACTIONAL_ID +PREFIXED +relais.replay. +WRITE\n");
    }

    @Test
    void aKafkaThatDoesNotAnswerIsSaidAndLeavesWithOne() {
        assertThat(run(Map.of("RELAIS_KAFKA_BOOTSTRAP", "no such address"))).isEqualTo(1);

        assertThat(err.toString()).contains("no such address");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aUserWithoutAPasswordIsAWrongVariable() {
        assertThat(run(Map.of("RELAIS_KAFKA_USERNAME", "admin"))).isEqualTo(2);

        assertThat(err.toString()).contains("RELAIS_KAFKA_PASSWORD");
    }

    private int run(Map<String, String> environment, String... arguments) {
        return new CommandLine(new TopicsCommand(environment))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
