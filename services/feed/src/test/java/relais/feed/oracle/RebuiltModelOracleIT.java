package relais.feed.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import relais.teststack.Answer;
import relais.teststack.Api;
import relais.teststack.TestStack;
import tools.jackson.databind.JsonNode;

/**
 * What is built anew from a log of every type of event, beside the model that serves, is what the
 * {@link Oracle} says, too. Of fewer events than in {@link ReadModelOracleIT}: the store holds them
 * twice. After all tests that share one service: a service that made room for another does not come
 * back.
 */
@ExtendWith(RebuiltModelOracleIT.Ending.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
@Order(Integer.MAX_VALUE - 1)
class RebuiltModelOracleIT {

    private static final int EVENTS = 6_000;
    private static final SeededLog LOG = new SeededLog(1984, EVENTS);

    @LocalServerPort int port;

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry properties) {
        LOG.properties(properties);
    }

    @BeforeAll
    static void writeHistory() {
        LOG.write();
    }

    /** What the test had for itself goes when its service has. */
    static final class Ending implements AfterAllCallback {

        @Override
        public void afterAll(ExtensionContext ended) {
            LOG.close();
        }
    }

    @Test
    void whatIsBuiltAnewFromTheLogIsAsItMustBe() {
        Oracle oracle = LOG.awaitBoth();
        Api api = new Api(port);
        String operator =
                TestStack.shared().issuer().token("exploitation", null, "m-x", "operator");
        Answer ordered = api.post("/rebuilds", operator, "{}");
        assertThat(ordered.status()).as("%s", ordered.body()).isEqualTo(202);
        String id = ordered.body().get("id").asString();

        JsonNode built =
                await().atMost(SeededLog.LONGEST_CATCHING_UP)
                        .pollInterval(Duration.ofMillis(500))
                        .until(
                                () -> api.get("/rebuilds/" + id, operator).body(),
                                said -> said.path("parity").isObject() || said.has("failure"));

        assertThat(built.at("/parity/equal").asBoolean()).as("%s", built).isTrue();
        assertThat(oracle.cards()).hasSize(EVENTS);
        assertThat(ReadModel.version(LOG.database(), Integer.parseInt(id)).differencesFrom(oracle))
                .isEmpty();
    }
}
