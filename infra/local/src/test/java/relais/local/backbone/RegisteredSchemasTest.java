package relais.local.backbone;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import relais.events.EventSchemas;

@Timeout(120)
class RegisteredSchemasTest {

    @TempDir private Path log;
    private final AtomicInteger emptyAnswers = new AtomicInteger();
    private HttpServer registry;
    private RegisteredSchemas schemas;

    @BeforeEach
    void startRegistry() throws IOException {
        registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.createContext(
                "/subjects",
                exchange -> {
                    String answer = emptyAnswers.getAndDecrement() > 0 ? "[]" : subjects();
                    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        registry.start();
        schemas = new RegisteredSchemas(log, "http://127.0.0.1:" + registry.getAddress().getPort());
    }

    @AfterEach
    void stopRegistry() {
        registry.stop(0);
    }

    @Test
    void anEmptyLogHoldsNone() {
        assertThat(schemas.areThoseOfThisBuild()).isFalse();
    }

    @Test
    void aNotedRegistrationIsKnownToTheNextStart() throws IOException {
        schemas.note();

        assertThat(schemas.areThoseOfThisBuild()).isTrue();
    }

    @Test
    void anotherBuildsSchemasAreToBeRegistered() throws IOException {
        schemas.note();
        Path note = log.resolve("registered-schemas.properties");
        List<String> changed =
                Files.readAllLines(note).stream()
                        .map(line -> line.replaceFirst("(CharterSigned)=.*", "$1=0123"))
                        .toList();
        Files.write(note, changed);

        assertThat(schemas.areThoseOfThisBuild()).isFalse();
    }

    @Test
    void aRegistryThatStillReadsItsLogIsWaitedFor() throws Exception {
        schemas.note();
        emptyAnswers.set(3);

        assertThat(schemas.awaitReplay()).isTrue();
        assertThat(emptyAnswers).hasValueLessThanOrEqualTo(-1);
    }

    private static String subjects() {
        return EventSchemas.registered().entrySet().stream()
                .flatMap(
                        topic ->
                                topic.getValue().stream()
                                        .map(
                                                schema ->
                                                        EventSchemas.subject(
                                                                topic.getKey(), schema)))
                .map(subject -> '"' + subject + '"')
                .collect(Collectors.joining(",", "[", "]"));
    }
}
