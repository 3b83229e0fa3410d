package relais.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import relais.teststack.ApiDescription;
import tools.jackson.databind.json.JsonMapper;

class ApiTest {

    private static final ApiDescription DESCRIPTION =
            new ApiDescription(
                    JsonMapper.shared()
                            .readTree(
                                    """
                                    {"openapi": "3.1.0", "components": {},
                                     "paths": {"/things/{id}": {"get": {"responses": {"200": {"content":
                                      {"application/json": {"schema": {"type": "object", "required": ["id"],
                                       "properties": {"id": {"type": "string"}}}}}}}}}}}\
                                    """));

    private HttpServer server;
    private String answer = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    byte[] body = answer.getBytes(UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Api api() {
        return new Api(
                "http://localhost:" + server.getAddress().getPort(), null, () -> DESCRIPTION);
    }

    @Test
    void anAnswerThatTheServiceDoesNotDescribeFailsTheTest() {
        answer = "{\"id\": \"x\"}";
        assertThat(api().get("/things/1?limit=1").id()).isEqualTo("x");

        answer = "{\"id\": \"x\", \"colour\": \"red\"}";
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> api().get("/things/1"))
                .withMessageContaining("colour");
        answer = "{}";
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> api().get("/things/1"))
                .withMessageContaining("id");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> api().get("/others"))
                .withMessageContaining("/others is not described");
    }
}
