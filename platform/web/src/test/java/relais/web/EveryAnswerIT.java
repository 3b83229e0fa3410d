package relais.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** What comes with every answer, whatever was asked: headers, and a line in the log. */
class EveryAnswerIT extends RunningService {

    @Test
    void aSafeCorrelationIdIsKeptAndAnyOtherReplaced() {
        assertThat(
                        send(get("/public/who").header("X-Correlation-Id", "abc.1_2-3"))
                                .header("X-Correlation-Id"))
                .isEqualTo("abc.1_2-3");
        for (String unsafe : List.of("a b", "x".repeat(65), "<script>")) {
            assertThat(
                            send(get("/public/who").header("X-Correlation-Id", unsafe))
                                    .header("X-Correlation-Id"))
                    .matches("[0-9a-f-]{36}");
        }
    }

    @Test
    void everyRefusalCarriesTheCorrelationId() {
        for (String path : List.of("/me", "/public/none", "/public/broken")) {
            Answer answer = send(get(path).header("X-Correlation-Id", "c-1"));

            assertThat(answer.header("X-Correlation-Id")).isEqualTo("c-1");
            assertThat(answer.json().path("correlationId").asString()).isEqualTo("c-1");
        }
        assertThat(MDC.get(CorrelationId.KEY)).isNull();
    }

    @Test
    void everyAnswerHasTheSecurityHeaders() {
        Answer answer = send(get("/public/who"));

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.header("Cache-Control")).contains("public, no-cache");
        assertThat(send(authorized("/public/who")).header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void eachRequestIsOneLineInTheLogWithoutItsQuery() {
        var lines = new ListAppender<ILoggingEvent>();
        lines.list = new CopyOnWriteArrayList<>();
        lines.start();
        var logger = (Logger) LoggerFactory.getLogger("relais.web.access");
        logger.addAppender(lines);
        logger.setLevel(Level.INFO);
        try {
            send(get("/public/list?status=jeanne.martin").header("X-Correlation-Id", "log-1"));
            send(get("/public/later?q=jeanne.martin").header("X-Correlation-Id", "log-2"));
            send(get("/me").header("X-Correlation-Id", "log-3"));
            send(get("/actuator/health").header("X-Correlation-Id", "log-4"));
            // A line is written once its answer is out, and those of other tests may still come.
            await().atMost(Duration.ofSeconds(60)).until(() -> loggedHere(lines).size() == 3);
        } finally {
            logger.detachAppender(lines);
            logger.setLevel(null);
        }

        assertThat(loggedHere(lines))
                .extracting(EveryAnswerIT::correlationId, ILoggingEvent::getFormattedMessage)
                .containsExactlyInAnyOrder(
                        tuple("log-1", "GET /public/list 200"),
                        tuple("log-2", "GET /public/later 200"),
                        tuple("log-3", "GET /me 401"));
        assertThat(loggedHere(lines))
                .allSatisfy(
                        line ->
                                assertThat(line.getKeyValuePairs())
                                        .extracting(pair -> pair.key)
                                        .containsExactly("method", "path", "status", "ms"));
    }

    private static List<ILoggingEvent> loggedHere(ListAppender<ILoggingEvent> lines) {
        return lines.list.stream().filter(line -> correlationId(line).startsWith("log-")).toList();
    }

    private static String correlationId(ILoggingEvent line) {
        return line.getMDCPropertyMap().getOrDefault(CorrelationId.KEY, "");
    }
}
