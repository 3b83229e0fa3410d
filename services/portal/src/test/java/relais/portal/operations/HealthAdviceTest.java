package relais.portal.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.portal.call.Service;
import relais.portal.operations.ServiceState.Outbox;
import relais.portal.operations.ServiceState.Reach;

class HealthAdviceTest {

    private static ServiceState state(
            Reach reach, List<String> down, long lag, long parked, @Nullable Outbox outbox) {
        return new ServiceState(
                Service.FEED,
                reach,
                down,
                null,
                null,
                List.of(new ServiceState.Reader("relais.feed", lag, parked)),
                outbox);
    }

    private static List<String> keys(ServiceState... states) {
        return HealthAdvice.of(List.of(states)).stream().map(Advice::key).toList();
    }

    @Test
    void nobodyIsWokenWhileAllIsWell() {
        assertThat(
                        keys(
                                state(
                                        Reach.WELL,
                                        List.of(),
                                        HealthAdvice.USUAL_LAG,
                                        0,
                                        new Outbox(3, HealthAdvice.USUAL_WAIT))))
                .isEmpty();
    }

    @Test
    void theWorstComesFirst() {
        assertThat(
                        keys(
                                state(
                                        Reach.WELL,
                                        List.of(),
                                        HealthAdvice.USUAL_LAG + 1,
                                        2,
                                        new Outbox(1, Duration.ofMinutes(2))),
                                ServiceState.away(Service.HISTORY)))
                .containsExactly("outbox", "away", "lag", "parked");
    }

    @Test
    void whatFollowsFromAMissingDatabaseIsNotToldToo() {
        assertThat(
                        keys(
                                state(
                                        Reach.UNWELL,
                                        List.of("projection", "readinessState", "store"),
                                        0,
                                        0,
                                        null)))
                .containsExactly("part.store");
    }

    @Test
    void aPartThatIsNewerThanThePortalIsNamed() {
        List<Advice> advice =
                HealthAdvice.of(List.of(state(Reach.UNWELL, List.of("quota"), 0, 0, null)));

        assertThat(advice).extracting(Advice::key).containsExactly("part");
        assertThat(advice.getFirst().figures()).containsExactly("quota");
    }

    @Test
    void aServiceThatDoesNotSayWhatIsWrongIsTakenSeriously() {
        assertThat(keys(state(Reach.UNWELL, List.of(), 0, 0, null))).containsExactly("unwell");
    }

    @Test
    void whatWaitsForADecisionLeadsToWhereItIsTaken() {
        assertThat(HealthAdvice.of(List.of(state(Reach.WELL, List.of(), 0, 1, null))))
                .extracting(Advice::link)
                .containsExactly("/desk/operations/parked?service=feed");
    }

    /** Keys are put together here, so no template shows which there must be. */
    @Test
    void everySentenceIsThereInBothLanguages() throws IOException {
        for (String language : List.of("", "_en")) {
            var words = new Properties();
            try (Reader reader =
                    Files.newBufferedReader(
                            Path.of(
                                    "src/main/resources/messages/operations"
                                            + language
                                            + ".properties"))) {
                words.load(reader);
            }
            for (String part :
                    List.of(
                            "away",
                            "unwell",
                            "part",
                            "part.store",
                            "part.schemas",
                            "part.recovery",
                            "part.partners",
                            "part.readers",
                            "part.projection",
                            "part.diskSpace",
                            "outbox",
                            "lag",
                            "parked",
                            "rebuild-failed")) {
                assertThat(words.getProperty("operations.advice." + part)).as(part).isNotBlank();
            }
        }
    }
}
