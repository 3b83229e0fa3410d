package relais.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import relais.local.message.Problem;

/** What an operator sees of a recovery, whatever becomes of it. */
class RecoverCommandTest {

    private static final String DONE =
            """
            {"state":"DONE","percent":100,"events":12,"read":12,
             "aggregates":[{"kind":"partners","restored":7,"broughtUp":1,"untouched":2,"ahead":0,"incomplete":%d}],
             "readers":[{"name":"group","count":5}],"derived":[{"name":"claims","count":9}],
             "findings":%d,"found":[%s],
             "lost":[{"what":"persons","words":"Les personnes","count":2,"examples":["m-a","m-b"]}]}
            """;
    private static final String RUNNING =
            "{\"state\":\"RUNNING\",\"percent\":40,\"events\":12,\"read\":5}";
    private static final String FAILED =
            "{\"state\":\"FAILED\",\"because\":\"Kafka does not answer\"}";

    private final Deque<Scripted> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final HttpServer server;
    private final RecoveryCalls calls;

    private record Scripted(int status, String body) {}

    RecoverCommandTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        calls =
                new RecoveryCalls(
                        "partners",
                        URI.create("http://localhost:" + server.getAddress().getPort()),
                        () -> "token");
    }

    @BeforeEach
    void answer() {
        server.createContext(
                "/recovery",
                exchange -> {
                    asked.add(
                            exchange.getRequestMethod()
                                    + " "
                                    + exchange.getRequestHeaders().getFirst("Authorization"));
                    Scripted next = answers.remove();
                    byte[] body = next.body().getBytes(UTF_8);
                    exchange.sendResponseHeaders(next.status(), body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void followsItToItsEndAndSaysWhatIsLost() {
        script(202, RUNNING, 200, RUNNING, 200, DONE.formatted(0, 0, ""));

        assertThat(recover()).isZero();

        assertThat(said.toString(UTF_8))
                .contains("40 %", "100 %", "partners", "7", "claims", "group")
                .contains("Les personnes (2)", "m-a, m-b");
        assertThat(asked)
                .containsExactly("POST Bearer token", "GET Bearer token", "GET Bearer token");
    }

    @Test
    void endsWithOneIfSomethingIsToBeLookedAt() {
        String finding =
                """
                {"kind":"UNREADABLE_EVENT","id":"p-a","sequence":3,"place":"relais.partners:1:7","detail":"why"}
                """;
        script(202, RUNNING, 200, DONE.formatted(1, 1, finding));

        assertThat(recover()).isEqualTo(1);

        assertThat(said.toString(UTF_8)).contains("p-a:3", "relais.partners:1:7", "why");
    }

    @Test
    void whatOnlyHasToBeSentIsNoFault() {
        String finding =
                "{\"kind\":\"AHEAD_OF_THE_LOG\",\"id\":\"p-a\",\"sequence\":3,\"detail\":\"x\"}";
        script(202, RUNNING, 200, DONE.formatted(0, 1, finding));

        assertThat(recover()).isZero();
    }

    @Test
    void goesOnWithOneThatHadEndedEarly() {
        script(409, "{}", 200, RUNNING, 200, FAILED, 202, RUNNING, 200, DONE.formatted(0, 0, ""));

        assertThat(recover()).isZero();

        assertThat(asked).filteredOn(each -> each.startsWith("POST")).hasSize(2);
    }

    @Test
    void saysWhyItsOwnEndedEarly() {
        script(202, RUNNING, 200, FAILED);

        assertThatThrownBy(this::recover)
                .isInstanceOf(Problem.class)
                .hasMessageContaining("Kafka does not answer")
                .hasMessageContaining("./relais recover partners");
    }

    @Test
    void asksForANewTokenWhenTheOldOneHasRunOut() {
        script(202, RUNNING, 401, "", 200, DONE.formatted(0, 0, ""));

        assertThat(recover()).isZero();
    }

    @Test
    void saysWhatTheServiceRefuses() {
        script(503, "{\"title\":\"Le journal ne répond pas\"}");

        assertThatThrownBy(this::recover)
                .isInstanceOf(Problem.class)
                .hasMessageContaining("503")
                .hasMessageContaining("journal");
    }

    @Test
    void saysThatNobodyAnswers() {
        server.stop(0);

        assertThatThrownBy(this::recover)
                .isInstanceOf(Problem.class)
                .hasMessageContaining("partners");
    }

    private void script(Object... statusesAndBodies) {
        for (int i = 0; i < statusesAndBodies.length; i += 2) {
            answers.add(
                    new Scripted(
                            (Integer) statusesAndBodies[i], (String) statusesAndBodies[i + 1]));
        }
    }

    private int recover() {
        return RecoverCommand.recover(calls, new PrintStream(said, true, UTF_8));
    }
}
