package relais.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses, methods and formats that are not there, and requests that no client would send. */
class AddressesIT extends RunningService {

    @Test
    void unknownAddressesMethodsAndFormatsAreProblems() {
        send(get("/public/none")).isProblem(404, "no-such-path");
        send(authorized("/none")).isProblem(404, "no-such-path");
        send(authorized("/error")).isProblem(404, "no-such-path");
        Answer method = send(authorized("/things").DELETE());
        method.isProblem(405, "method-not-allowed");
        assertThat(method.header("Allow")).isEqualTo("POST");
        send(get("/public/who").header("Accept", "text/html")).isProblem(406, "not-acceptable");
        send(get("/public/who").header("Accept", "nonsense")).isProblem(406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /public/%00 HTTP/1.1",
                "GET /public/..%2f HTTP/1.1",
                "GET /public/;x=1/who HTTP/1.1",
                "GET /public//who HTTP/1.1",
                "GET /public/%zz HTTP/1.1",
                "GET /public/{x} HTTP/1.1",
                "GET /public/who?x=%zz HTTP/1.1",
                "G@T /public/who HTTP/1.1",
                "TRACE /public/who HTTP/1.1",
            })
    void whatTheServerRefusesBeforeAnyControllerIsAProblemToo(String line) throws IOException {
        String answer = raw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*");
        assertThat(answer).contains("application/problem+json").contains("\"correlationId\"");
        assertThat(answer).doesNotContain("<html").doesNotContain("Tomcat");
    }

    @Test
    void aNameThatIsNotTheServicesIsNotAnswered() throws IOException {
        String answer =
                raw("GET /public/who HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
        assertThat(
                        raw(
                                "GET /public/who HTTP/1.1\r\nHost: localhost:1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void impossibleRequestsAreProblemsToo() throws IOException {
        String host = "Host: localhost\r\nConnection: close\r\n";
        for (String request :
                List.of(
                        "GET /public/who HTTP/1.1\r\nConnection: close\r\n\r\n",
                        "GET /public/who HTTP/1.1\r\n" + host + "Host: other\r\n\r\n",
                        "GET /public/who HTTP/7.1\r\n" + host + "\r\n",
                        "GET /public/" + "x".repeat(9_000) + " HTTP/1.1\r\n" + host + "\r\n",
                        "GET /public/who HTTP/1.1\r\n"
                                + host
                                + "X: "
                                + "x".repeat(9_000)
                                + "\r\n\r\n",
                        "POST /things HTTP/1.1\r\n" + host + "Content-Length: x\r\n\r\n",
                        "POST /things HTTP/1.1\r\n" + host + "Transfer-Encoding: x\r\n\r\n")) {
            String answer = raw(request);

            assertThat(answer).matches("(?s)HTTP/1.1 (4\\d\\d|50[15]) .*");
            assertThat(answer).doesNotContain("<html").doesNotContain("Tomcat");
        }
    }

    /** Bytes that no HTTP client would send. */
    private static String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), PORT)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
