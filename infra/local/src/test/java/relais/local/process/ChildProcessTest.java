package relais.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import relais.local.message.Problem;

@Timeout(120)
class ChildProcessTest {

    @TempDir private Path folder;

    @Test
    void aProgramThatDiesWhileItIsAwaitedIsReportedWithTheEndOfItsLog() {
        ChildProcess child = start("echo first; echo the reason; exit 3");

        assertThatThrownBy(() -> Wait.untilReady(child, () -> false, Duration.ofSeconds(60)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("3")
                .hasMessageContaining("the reason");
    }

    @Test
    void aProgramThatIsNeverReadyIsReportedAfterTheLimit() {
        ChildProcess child = start("exec sleep 60");

        assertThatThrownBy(() -> Wait.untilReady(child, () -> false, Duration.ofMillis(300)))
                .isInstanceOf(Problem.class);
        child.kill();
    }

    @Test
    void aServiceThatSaysThatItWorksIsWaitedForLonger() throws IOException {
        var asked = new AtomicInteger();
        var store = new AtomicReference<>("UP");
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    String health =
                            """
                            {"components":{"projection":{"status":"OUT_OF_SERVICE"},"store":{"status":"%s"}}}
                            """
                                    .formatted(store.get());
                    exchange.sendResponseHeaders(asked.incrementAndGet() < 8 ? 503 : 200, 0);
                    exchange.getResponseBody().write(health.getBytes(StandardCharsets.UTF_8));
                    exchange.close();
                });
        server.start();
        ChildProcess child = start("exec sleep 60");
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        var late = new AtomicInteger();
        try {
            wait(child, Readiness.atWork(uri), late);
            assertThat(late).hasValue(1);

            asked.set(0);
            assertThatThrownBy(() -> wait(child, Readiness.http(uri), late))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("test");

            asked.set(0);
            store.set("DOWN");
            assertThatThrownBy(() -> wait(child, Readiness.atWork(uri), late))
                    .isInstanceOf(Problem.class);
            assertThat(late).hasValue(1);
        } finally {
            child.kill();
            server.stop(0);
        }
    }

    private static void wait(ChildProcess child, Readiness readiness, AtomicInteger late) {
        Wait.untilReady(
                child,
                readiness,
                Duration.ofMillis(200),
                Duration.ofSeconds(60),
                late::incrementAndGet);
    }

    @Test
    void aProgramThatIgnoresSigtermIsKilledAfterTheLimit() {
        ChildProcess child = start("trap '' TERM; while :; do sleep 0.1; done");
        waitForTrap();

        assertThat(child.stop(Duration.ofMillis(500))).isFalse();
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void aProgramThatDoesNotExistIsNamed() {
        var program = new Program("nothing", List.of("/no/such/program"), Map.of(), folder);

        // With setsid in between, the absence shows in the log instead.
        assertThatThrownBy(
                        () -> {
                            ChildProcess child =
                                    ChildProcess.start(program, folder.resolve("nothing.log"));
                            Wait.untilReady(child, () -> false, Duration.ofSeconds(60));
                        })
                .isInstanceOf(Problem.class)
                .hasMessageContaining("nothing");
    }

    @Test
    void childrenDieWithAParentThatIsKilled() throws Exception {
        Path pid = folder.resolve("pid");
        Process parent =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                ParentOfSleeper.class.getName(),
                                pid.toString())
                        .inheritIO()
                        .start();
        while (!Files.exists(pid) || Files.size(pid) == 0) {
            assertThat(parent.isAlive()).isTrue();
            Thread.sleep(50);
        }
        ProcessHandle sleeper =
                ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();

        parent.destroyForcibly();

        sleeper.onExit().get(60, TimeUnit.SECONDS);
        assertThat(sleeper.isAlive()).isFalse();
    }

    private ChildProcess start(String script) {
        return ChildProcess.start(
                new Program("test", List.of("sh", "-c", script), Map.of(), folder),
                folder.resolve("test.log"));
    }

    private static void waitForTrap() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
