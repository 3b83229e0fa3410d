package relais.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import relais.teststack.TestStack;

/** Has an application of its own, since it stops it. */
class ShutdownIT {

    private static ConfigurableApplicationContext start() {
        TestStack stack = TestStack.shared();
        String own = "stop_" + UUID.randomUUID();
        return new SpringApplicationBuilder(FeedApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.lifecycle.timeout-per-shutdown-phase=60s",
                        "--relais.kafka.bootstrap-servers=" + stack.kafkaBootstrap(),
                        "--relais.registry.url=" + stack.registryUrl(),
                        "--spring.mongodb.uri=" + stack.mongoUri(),
                        "--relais.store.database=" + own,
                        "--relais.feed.group=" + own);
    }

    @Test
    void openStreamsAreToldAndDoNotHoldUpTheStop() throws Exception {
        ConfigurableApplicationContext application = start();
        String port = application.getEnvironment().getRequiredProperty("local.server.port");
        HttpResponse<Stream<String>> response =
                RunningFeed.HTTP.send(
                        HttpRequest.newBuilder(
                                        URI.create("http://localhost:" + port + "/feed/stream"))
                                .build(),
                        HttpResponse.BodyHandlers.ofLines());
        List<String> lines = new CopyOnWriteArrayList<>();
        Thread.ofVirtual().start(() -> response.body().forEach(lines::add));
        await().atMost(Duration.ofSeconds(60)).until(() -> !lines.isEmpty());

        long before = System.nanoTime();
        application.close();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(45));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(lines)
                                        .anyMatch(line -> line.contains("end"))
                                        .anyMatch(line -> line.contains("STOPPING")));
    }
}
