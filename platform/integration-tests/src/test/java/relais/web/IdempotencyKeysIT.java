package relais.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import relais.teststack.TestStack;

class IdempotencyKeysIT {

    private static final Instant NOW = Instant.parse("2026-01-01T09:00:00Z");

    private static MongoClient client;
    private static MongoDatabase database;
    private static IdempotencyKeys keys;

    @BeforeAll
    static void open() {
        client = MongoClients.create(TestStack.shared().mongoUri());
        database = client.getDatabase("web_" + UUID.randomUUID().toString().substring(0, 8));
        keys = new IdempotencyKeys(database, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterAll
    static void close() {
        database.drop();
        client.close();
    }

    @Test
    void theSameKeyAndBodyGiveTheSameIdAgain() {
        Reservation first = reserve("k-same", "m-loiret", "{}");
        Reservation again = reserve("k-same", "m-loiret", "{}");

        assertThat(first.first()).isTrue();
        assertThat(again).isEqualTo(new Reservation(first.id(), false));
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        reserve("k-other", "m-loiret", "{}");

        assertThatThrownBy(() -> reserve("k-other", "m-loiret", "{\"a\":1}"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> {
                            assertThat(e.problem().status().value()).isEqualTo(422);
                            assertThat(e.problem().type()).isEqualTo("idempotency-key-reused");
                        });
    }

    @Test
    void theMendedBodyOfARefusedRequestMayUseItsKey() {
        Reservation first = inARequest("k-mended", "{}", 422);

        Reservation mended = inARequest("k-mended", "{\"a\":1}", 201);

        assertThat(mended.id()).isEqualTo(first.id());
        assertThatThrownBy(() -> reserve("k-mended", "m-loiret", "{}"))
                .as("used up now")
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void aRepetitionThatIsRefusedFreesNoKeyThatWasUsed() {
        inARequest("k-used", "{}", 201);
        inARequest("k-used", "{}", 403);

        assertThatThrownBy(() -> reserve("k-used", "m-loiret", "{\"a\":1}"))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void aKeyThatWasUsedAfterARefusalIsUsed() {
        inARequest("k-again", "{}", 409);
        inARequest("k-again", "{}", 201);

        assertThatThrownBy(() -> reserve("k-again", "m-loiret", "{\"a\":1}"))
                .isInstanceOf(ProblemException.class);
    }

    private static Reservation inARequest(String key, String body, int status) {
        var request = new MockHttpServletRequest();
        var response = new MockHttpServletResponse();
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            Reservation reservation = reserve(key, "m-loiret", body);
            response.setStatus(status);
            new RefusedKeys(keys).afterCompletion(request, response, "handler", null);
            return reservation;
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    @Test
    void keysBelongToTheirCallerAndTheirScope() {
        Reservation loiret = reserve("k-1", "m-loiret", "{}");
        Reservation besancon = reserve("k-1", "m-besancon", "{}");
        Reservation partner =
                keys.reserve("partner", "k-1", "m-loiret", body("{}"), IdempotencyKeysIT::newId);

        assertThat(List.of(loiret.id(), besancon.id(), partner.id())).doesNotHaveDuplicates();
    }

    @Test
    void withoutAKeyEveryRequestIsAnother() {
        assertThat(reserve(null, "m-loiret", "{}").id())
                .isNotEqualTo(reserve(null, "m-loiret", "{}").id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "é", "a\nb"})
    void aKeyIsVisibleAscii(String key) {
        assertThatThrownBy(() -> reserve(key, "m-loiret", "{}"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status().value()).isEqualTo(400));
    }

    @Test
    void tenReservationsAtOnceGiveOneId() throws Exception {
        for (int round = 0; round < 20; round++) {
            String key = "k-at-once-" + round;
            var start = new CountDownLatch(1);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Reservation>> all =
                        IntStream.range(0, 10)
                                .mapToObj(
                                        _ ->
                                                threads.submit(
                                                        () -> {
                                                            start.await();
                                                            return reserve(key, "m-loiret", "{}");
                                                        }))
                                .toList();
                start.countDown();
                int firsts = 0;
                String id = all.getFirst().get(60, TimeUnit.SECONDS).id();
                for (Future<Reservation> one : all) {
                    Reservation reservation = one.get(60, TimeUnit.SECONDS);
                    assertThat(reservation.id()).isEqualTo(id);
                    firsts += reservation.first() ? 1 : 0;
                }
                assertThat(firsts).isEqualTo(1);
            }
        }
    }

    @Test
    void aReservationSaysWhenItWasMadeSoThatItCanExpire() {
        keys.createIndexes();
        keys.createIndexes();
        reserve("k-dated", "m-loiret", "{}");

        Document document =
                database.getCollection("idempotencyKeys")
                        .find(new Document("_id", "experience|m-loiret|k-dated"))
                        .first();
        assertThat(document).containsEntry("at", Date.from(NOW));
        assertThat(database.getCollection("idempotencyKeys").listIndexes())
                .anySatisfy(index -> assertThat(index.getString("name")).isEqualTo("expiry"));
    }

    private static Reservation reserve(@Nullable String key, String caller, String body) {
        return keys.reserve("experience", key, caller, body(body), IdempotencyKeysIT::newId);
    }

    private static byte[] body(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String newId() {
        return "x-" + UUID.randomUUID();
    }
}
