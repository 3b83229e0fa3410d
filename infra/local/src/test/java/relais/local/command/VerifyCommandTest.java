package relais.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class VerifyCommandTest {

    @ParameterizedTest
    @CsvSource({
        "--url=nowhere=http://localhost:1, nowhere",
        "--url=feed=ftp://localhost:1, ftp://localhost:1",
        "--url=feed=http:, http:",
        "--url=feed=http://relais.example/feed, RELAIS_TOKEN",
        "--nonsense, --nonsense",
    })
    void wrongUsageIsSaidAndIsTwo(String argument, String named) {
        StringWriter said = new StringWriter();
        CommandLine command =
                new CommandLine(new VerifyCommand()).setErr(new PrintWriter(said, true));

        assertThat(command.execute(argument)).isEqualTo(2);
        assertThat(said.toString()).contains(named);
    }
}
