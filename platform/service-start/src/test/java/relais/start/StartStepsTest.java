package relais.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.MongoException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import relais.events.EventSchemas;
import relais.events.EventSerializer;
import relais.events.RegistryUnavailable;
import relais.events.SchemaRegistry;
import relais.events.Topics;
import relais.events.UnknownSchema;

class StartStepsTest {
    private static final String URL = "http://registry.example";

    private final AtomicInteger calls = new AtomicInteger();
    private final StartSteps steps = steps(Duration.ofSeconds(10));

    private static StartSteps steps(Duration limit) {
        return new StartSteps(limit, URL);
    }

    /** A registry whose first answers are this failure. */
    private EventSerializer serializer(int failures, RuntimeException failure) {
        SchemaRegistry registry =
                new SchemaRegistry() {
                    @Override
                    public int idOf(String subject, Schema schema) {
                        if (calls.incrementAndGet() <= failures) {
                            throw failure;
                        }
                        return calls.get();
                    }

                    @Override
                    public Schema byId(int id) {
                        throw new UnsupportedOperationException();
                    }
                };
        return new EventSerializer(
                registry, Topics.PARTNERS, List.of(EventSchemas.partners().getFirst()));
    }

    @Test
    void waitsForARegistryThatIsStillStarting() {
        EventSerializer serializer =
                serializer(2, new RegistryUnavailable("away", new IOException()));

        steps.resolveSchemas(serializer);

        assertThat(serializer.isResolved()).isTrue();
        assertThat(calls).hasValue(3);
    }

    @Test
    void saysWhichSchemaIsMissingAndWhatToRun() {
        EventSerializer serializer = serializer(9, new UnknownSchema("none"));

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> steps.resolveSchemas(serializer))
                .withMessageContaining("PartnerRegistered")
                .satisfies(e -> assertThat(e.action()).contains("registrar", URL));
        assertThat(calls).hasValue(1);
    }

    @Test
    void saysThatTheRegistryIsAwayAndWhatToSet() {
        EventSerializer serializer =
                serializer(9, new RegistryUnavailable("no answer", new IOException()));

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> steps(Duration.ZERO).resolveSchemas(serializer))
                .withMessage("no answer")
                .satisfies(e -> assertThat(e.action()).contains("RELAIS_REGISTRY_URL"));
    }

    @Test
    void waitsForMongo() {
        steps.createIndexes(
                () -> {
                    if (calls.incrementAndGet() < 2) {
                        throw new MongoException("away");
                    }
                });

        assertThat(calls).hasValue(2);
    }

    @Test
    void saysThatMongoRefusesAndWhatToSet() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> steps(Duration.ZERO).createIndexes(StartStepsTest::refuse))
                .withMessageContaining("not authorized")
                .satisfies(e -> assertThat(e.action()).contains("RELAIS_MONGODB_URI"));
    }

    @Test
    void aFaultOfTheServiceIsNotTakenForAMissingServer() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(
                        () ->
                                steps.createIndexes(
                                        () -> {
                                            throw new IllegalStateException("a fault");
                                        }));
    }

    @Test
    void triesAgainUntilTheServerIsThere() {
        steps.run("step", IllegalStateException.class, () -> failBefore(3));

        assertThat(calls).hasValue(3);
    }

    @Test
    void givesUpInTimeWithTheReason() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(
                        () ->
                                steps(Duration.ofMillis(300))
                                        .run("step", RuntimeException.class, () -> failBefore(99)))
                .withMessageStartingWith("try ");
    }

    @Test
    void doesNotTryAgainWithoutTime() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(
                        () ->
                                steps(Duration.ZERO)
                                        .run("step", RuntimeException.class, () -> failBefore(99)))
                .withMessage("try 1");
    }

    @Test
    void doesNotWaitForWhatWaitingDoesNotMend() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> steps.run("step", MongoException.class, () -> failBefore(99)))
                .withMessage("try 1");
    }

    @Test
    void anOperatorReadsTheMessageAndNotAStack() {
        var cause = new CannotStart("It is away.", "Start it.", new MongoException("away"));

        FailureAnalysis analysis =
                new CannotStartAnalyzer().analyze(new IllegalStateException(cause));

        assertThat(analysis)
                .isNotNull()
                .extracting(FailureAnalysis::getDescription, FailureAnalysis::getAction)
                .containsExactly("It is away.", "Start it.");
    }

    private void failBefore(int success) {
        int attempt = calls.incrementAndGet();
        if (attempt < success) {
            throw new IllegalStateException("try " + attempt);
        }
    }

    private static void refuse() {
        throw new MongoException("not authorized");
    }
}
