package relais.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import relais.local.AccessTokens;
import relais.local.LocalStack;
import relais.local.PartState;
import relais.local.Ports;
import relais.local.StackSettings;
import relais.local.backbone.Distribution;
import relais.local.backbone.MongoChoice;
import relais.local.example.ExampleData;
import relais.teststack.ApiDescription;

/**
 * The whole of Relais as the launcher starts it, for one class of tests after the other: one
 * process a part, free ports, a home of its own, the example data loaded through the public API.
 */
final class Stack {

    private static final List<String> PARTS =
            List.of(
                    "kafka",
                    "mongodb",
                    "registry",
                    "identity",
                    "partners",
                    "experiences",
                    "contributions",
                    "feed",
                    "history",
                    "notices",
                    "portal");

    /** Those that Prometheus reads. */
    static final List<String> MEASURED =
            List.of(
                    "portal",
                    "partners",
                    "experiences",
                    "contributions",
                    "feed",
                    "history",
                    "notices");

    private static final String METRICS_TOKEN = "RELAIS_METRICS_TOKEN";

    /**
     * Folder of a {@code relais} script that has brought a stack up, to try single tests on: those
     * that stop a part are skipped there.
     */
    private static final String RUNNING = System.getenv().getOrDefault("RELAIS_RUNNING", "");

    /**
     * Token endpoint of the issuer of such a stack where it is a deployment seen from outside, such
     * as that of {@code docker-compose.yml}; empty where it is the launcher's.
     */
    private static final String ISSUER = System.getenv().getOrDefault("RELAIS_TOKEN_URI", "");

    private final StackSettings settings;
    private final LocalStack local;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, ApiDescription> descriptions = new ConcurrentHashMap<>();

    private Stack(StackSettings settings) {
        this.settings = settings;
        this.local = new LocalStack(settings, line -> System.out.println("stack: " + line));
    }

    /** That of the class of tests that runs in this thread. */
    static Stack shared() {
        return Stacks.lent();
    }

    /** Whether the tests run on a stack that others have started. */
    static boolean isOfOthers() {
        return !RUNNING.isEmpty();
    }

    /** Whether that is a deployment of which only what it publishes can be reached. */
    static boolean isDeployment() {
        return !ISSUER.isEmpty();
    }

    /** One after the other: what is prepared once for each build is prepared by the first. */
    static synchronized Stack start() {
        if (isOfOthers()) {
            return new Stack(running(Path.of(RUNNING)));
        }
        Stack stack = new Stack(measured(StackSettings.temporary()));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::end));
        stack.local.up();
        ExampleData.Outcome outcome = stack.loadExamples();
        assertThat(outcome).as(outcome.text()).isInstanceOf(ExampleData.Loaded.class);
        return stack;
    }

    private static StackSettings measured(StackSettings settings) {
        StackSettings all = settings;
        for (String service : MEASURED) {
            all =
                    all.withEnvironment(
                            service,
                            Map.of(
                                    METRICS_TOKEN,
                                    "for-measuring",
                                    "RELAIS_TRACING_ENDPOINT",
                                    TraceReceiver.shared().endpoint(),
                                    // But for requests that ask for it.
                                    "RELAIS_TRACING_PROBABILITY",
                                    "0"));
        }
        // A test's own server takes webhooks, and nobody waits ten seconds for what is due.
        return all.withEnvironment(
                "notices",
                Map.of("RELAIS_WEBHOOKS_ANYWHERE", "true", "RELAIS_NOTICES_LOOKEVERY", "1s"));
    }

    /** What Prometheus brings to each service; of a stack of others, what they have given it. */
    String metricsToken() {
        return isOfOthers() ? System.getenv().getOrDefault(METRICS_TOKEN, "") : "for-measuring";
    }

    private static StackSettings running(Path root) {
        return new StackSettings(
                new Distribution(root),
                root.resolve(".relais"),
                Ports.of(System.getenv()),
                MongoChoice.of(System.getenv()),
                Map.of(),
                Map.of());
    }

    ExampleData.Outcome loadExamples() {
        return new ExampleData(
                        local.url("partners"),
                        local.url("experiences"),
                        local.url("contributions"),
                        () -> token("exploitation"))
                .load();
    }

    /** As an account, or as nobody. */
    Api partners(@Nullable String account) {
        return api("partners", account);
    }

    Api experiences(@Nullable String account) {
        return api("experiences", account);
    }

    Api contributions(@Nullable String account) {
        return api("contributions", account);
    }

    Api feed(@Nullable String account) {
        return api("feed", account);
    }

    /** Pages, as nobody in particular sees them. */
    Api portal() {
        return api("portal", null);
    }

    Api history(@Nullable String account) {
        return api("history", account);
    }

    /** One token an account: it outlives the tests, as it outlives an outage of the issuer. */
    String token(String account) {
        return tokens.computeIfAbsent(
                account,
                ISSUER.isEmpty() ? local::token : new AccessTokens(URI.create(ISSUER))::of);
    }

    void stop(String part) {
        assumeOwn();
        local.stop(part);
    }

    void kill(String part) {
        assumeOwn();
        local.kill(part);
    }

    void start(String part) {
        assumeOwn();
        local.start(part);
    }

    /**
     * Skips a test aloud that needs more than a deployment publishes: its portal, its issuer and
     * its services.
     *
     * @param what it needs, such as "The log's topics"
     */
    static void assumeInside(String what) {
        Assumptions.assumeFalse(
                isDeployment(), what + " cannot be reached from outside the deployment");
    }

    private static void assumeOwn() {
        Assumptions.assumeTrue(RUNNING.isEmpty(), "No part of a stack that others use is stopped");
    }

    /** What a test of an outage leaves behind it, whether it passed or not. */
    void startEverything() {
        if (!RUNNING.isEmpty()) {
            return;
        }
        for (String part : PARTS) {
            if (local.state(part) != PartState.READY) {
                local.start(part);
            }
        }
    }

    LocalStack local() {
        return local;
    }

    StackSettings settings() {
        return settings;
    }

    /** The sum over all labels of a Prometheus metric of a service. */
    double metric(String service, String name) {
        return api(service, "exploitation")
                .get("/actuator/prometheus")
                .text()
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Until the experiences service has heard of a partner. */
    void awaitPartner(String id) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(feed(null).get("/cards/" + id).status()).isEqualTo(200));
    }

    Api api(String service, @Nullable String account) {
        String base = local.url(service).toString();
        return new Api(
                base,
                account == null ? null : token(account),
                service.equals("portal") ? null : () -> description(service));
    }

    /** What a service says of its API, asked for once: it does not change while it runs. */
    private ApiDescription description(String service) {
        return descriptions.computeIfAbsent(
                service,
                _ ->
                        new ApiDescription(
                                new Api(local.url(service).toString(), null)
                                        .get("/openapi")
                                        .json()));
    }

    private void end() {
        local.close();
        try {
            Files.walkFileTree(settings.home(), new Deletion());
        } catch (IOException leftOver) {
            throw new UncheckedIOException(leftOver);
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
                throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
