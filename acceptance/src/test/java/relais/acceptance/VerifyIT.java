package relais.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import relais.local.verify.Deployment;
import relais.local.verify.Finding;
import relais.local.verify.Kind;
import relais.local.verify.Progress;
import relais.local.verify.Report;
import relais.local.verify.Verification;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./relais verify} on everything that the example data and the other tests brought about:
 * all is equal, but for what tests wrote to the log by themselves; and what is spoiled is named.
 * Being isolated, it runs alone after all others: what it spoils in the log stays there.
 */
@Isolated
class VerifyIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Instant AT = Instant.parse("2026-05-01T08:00:00Z");

    private final Stack stack = Stack.shared();

    @TempDir Path folder;

    @Test
    void theCommandSaysWhatItReadAndEndsWithZeroOnlyIfAllIsEqual() throws Exception {
        Path report = folder.resolve("report.json");

        Ended verify = relais("verify", "--json", report.toString());

        JsonNode json = JSON.readTree(Files.readString(report));
        assertThat(verify.code())
                .as(verify.said())
                .isEqualTo(json.get("equal").asBoolean() ? 0 : 1);
        assertThat(verify.said())
                .contains("Empreinte recalculée : " + json.at("/proof/digest").asString())
                .contains("partners : ", "experiences : ", "contributions : ");
        assertThat(json.at("/feed/equal").asBoolean()).as(verify.said()).isTrue();
        assertThat(json.get("found").valueStream())
                .filteredOn(found -> found.get("difference").asBoolean())
                .extracting(found -> found.get("subject").asString())
                .allSatisfy(subject -> assertThat(isOfATest(subject)).as(subject).isTrue());
        for (JsonNode service : json.get("services")) {
            assertThat(service.get("aggregates").asLong()).as(service.toString()).isPositive();
            assertThat(service.get("events").asLong()).as(service.toString()).isPositive();
        }
        assertThat(
                        stack.history("analyste")
                                .get("/proofs?upTo=" + json.at("/proof/upTo").asString()))
                .extracting(proof -> proof.json().get("digest"))
                .isEqualTo(json.at("/proof/digest"));
    }

    @Test
    void whoeverAsksElsewhereWithoutAnOperatorsTokenIsTold() throws Exception {
        Stack.assumeInside("The issuer of one machine");
        Ended without = relais("verify", "--url", "feed=http://localhost:1");
        assertThat(without.code()).as(without.said()).isEqualTo(2);
        assertThat(without.said()).contains("RELAIS_TOKEN");

        Deployment asAnalyst = new Deployment(addresses(), () -> stack.token("analyste"));
        assertThat(asException(() -> verify(asAnalyst))).contains("partners", "exploitant");
    }

    @Test
    void whatIsWrittenMeanwhileIsNoFault() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        List<String> posted = new ArrayList<>();
        Thread writer =
                Thread.startVirtualThread(
                        () -> {
                            while (!enough.get()) {
                                Answer answer =
                                        Cards.post("Pendant la vérification " + Cards.word());
                                posted.add(answer.id());
                                Cards.publish(answer.id(), "\"1\"");
                            }
                        });
        List<Report> reports = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                reports.add(verify());
            }
        } finally {
            enough.set(true);
            writer.join(Duration.ofSeconds(60));
        }

        assertThat(posted).hasSizeGreaterThan(3);
        assertThat(reports.getLast().events()).isGreaterThan(reports.getFirst().events());
        for (Report report : reports) {
            assertThat(differences(report)).isEmpty();
        }
    }

    @Test
    void whatIsSpoiledInTheLogIsNamedVersionByVersion() {
        String id = Cards.published("À vérifier " + Cards.word());
        try (LogWriter log = new LogWriter(stack)) {
            log.submitted(id, "Un autre texte", AT);
            log.confirmed(id, 4, LocalDate.of(2026, 5, 1), AT.plusSeconds(1));
            log.flush();

            assertThat(ofAggregate(id, verify()))
                    .containsExactly(
                            "EVENT_MISSING " + id + " 3",
                            "EVENT_ALTERED " + id + ":1",
                            "STORE_BEHIND " + id + " 4 2");

            log.confirmed(id, 3, LocalDate.of(2026, 5, 2), AT.plusSeconds(2));
            log.flush();
        }
        assertThat(ofAggregate(id, verify()))
                .containsExactly(
                        "EVENT_LATE " + id + ":3",
                        "EVENT_ALTERED " + id + ":1",
                        "STORE_BEHIND " + id + " 4 2");
        // Nothing is left waiting for an operator.
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> {
                            stack.feed("exploitation").post("/parked/" + id + "/redrive", "");
                            assertThat(
                                            stack.feed("comite")
                                                    .get("/cards/" + id)
                                                    .json()
                                                    .get("version")
                                                    .asLong())
                                    .isEqualTo(4);
                        });
    }

    @Test
    void aStoreThatIsChangedBehindItsServiceIsFound() {
        Stack.assumeInside("The stores");
        String ahead = Cards.published("En avance " + Cards.word());
        String behind = Cards.published("En retard " + Cards.word());
        try (MongoClient mongo = MongoClients.create(stack.local().mongoUri())) {
            set(mongo, ahead, 5);
            set(mongo, behind, 1);

            Report report = verify();

            set(mongo, ahead, 2);
            set(mongo, behind, 2);
            assertThat(ofAggregate(ahead, report))
                    .containsExactly("EVENT_MISSING " + ahead + " 3-5");
            assertThat(ofAggregate(behind, report))
                    .containsExactly("STORE_BEHIND " + behind + " 2 1");
            assertThat(report.isEqual()).isFalse();
        }
        assertThat(differences(verify())).isEmpty();
    }

    private static void set(MongoClient mongo, String id, long version) {
        assertThat(
                        mongo.getDatabase("relais_experiences")
                                .getCollection("experiences")
                                .updateOne(
                                        new Document("_id", id),
                                        new Document("$set", new Document("version", version)))
                                .getModifiedCount())
                .isEqualTo(1);
    }

    private Report verify() {
        return verify(new Deployment(addresses(), () -> stack.token("exploitation")));
    }

    private static Report verify(Deployment deployment) {
        return new Verification(deployment, Progress.NONE, Clock.systemUTC()).run();
    }

    private Map<String, URI> addresses() {
        return Deployment.SERVICES.stream()
                .collect(Collectors.toMap(name -> name, name -> stack.local().url(name)));
    }

    /** What nothing but a fault of the platform explains. */
    private static List<String> differences(Report report) {
        return found(report)
                .filter(one -> !one.kind().isHarmless() && !isOfATest(one.subject()))
                .map(VerifyIT::text)
                .toList();
    }

    private static List<String> ofAggregate(String id, Report report) {
        return found(report)
                .filter(one -> one.subject().startsWith(id))
                .map(VerifyIT::text)
                .toList();
    }

    private static Stream<Finding> found(Report report) {
        return Stream.of(Kind.values()).flatMap(kind -> report.findings().of(kind).stream());
    }

    /** A record's place says nothing to a reader of a test. */
    private static String text(Finding one) {
        return Stream.of(one.kind().name(), one.subject(), one.expected(), one.found())
                .filter(part -> !part.isEmpty() && !part.startsWith("relais."))
                .collect(Collectors.joining(" "));
    }

    private static boolean isOfATest(String subject) {
        return LogWriter.written().stream()
                .anyMatch(id -> subject.equals(id) || subject.startsWith(id + ":"));
    }

    private static String asException(Runnable call) {
        try {
            call.run();
            return "";
        } catch (RuntimeException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private record Ended(int code, String said) {}

    private Ended relais(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("./relais"));
        command.addAll(List.of(arguments));
        ProcessBuilder relais = new ProcessBuilder(command).redirectErrorStream(true);
        relais.directory(stack.settings().distribution().root().toFile());
        relais.environment().put("RELAIS_HOME", stack.settings().home().toString());
        relais.environment().put("LANGUAGE", "fr");
        for (String part : Deployment.SERVICES) {
            port(relais, part);
        }
        port(relais, "identity");
        if (Stack.isDeployment()) {
            // The command knows the issuer of one machine only: elsewhere it is given a token.
            relais.environment().put("RELAIS_TOKEN", stack.token("exploitation"));
            addresses()
                    .forEach(
                            (service, address) ->
                                    relais.environment()
                                            .put(
                                                    "RELAIS_"
                                                            + service.toUpperCase(Locale.ROOT)
                                                            + "_URL",
                                                    address.toString()));
        }
        Process process = relais.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), said);
    }

    private void port(ProcessBuilder relais, String part) {
        relais.environment()
                .put(
                        "RELAIS_" + part.toUpperCase(Locale.ROOT) + "_PORT",
                        Integer.toString(stack.settings().ports().of(part)));
    }
}
