package relais.contributions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import relais.events.EventMetadata;
import relais.events.contributions.ActionCompleted;
import relais.events.contributions.ActionPlanned;
import relais.teststack.Answer;
import relais.teststack.TopicReader;

/** Who does what, over HTTP and on the topic. */
class AgendaActionsIT extends RunningService {

    private static final int WRITERS = 6;
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    private AgendaCalls calls;

    @BeforeAll
    void call() {
        calls = new AgendaCalls(api);
    }

    @Test
    void isPlannedReportedOnRevisedAndCompleted() {
        String objective = calls.create("/objectives", COMMITTEE, AgendaCalls.objective("But"));
        String experience = publishedExperience();
        String links =
                ", \"objectives\": [\"%s\"], \"experiences\": [\"%s\"]"
                        .formatted(objective, experience);
        String id =
                calls.create(
                        "/actions", COMMITTEE, AgendaCalls.plan("Raccorder", "2029-08-31", links));
        String path = "/actions/" + id;
        done(calls.post(path, "/progress", LOIRET, "{\"percent\": 40, \"report\": \"Neuf\"}"));
        done(calls.put(path, LOIRET, AgendaCalls.plan("Raccorder tout", "2029-12-31", links)));
        Answer underWay = calls.read(path);
        assertThat(underWay.text("status")).isEqualTo("UNDER_WAY");
        assertThat(underWay.body().path("percent").asInt()).isEqualTo(40);
        assertThat(underWay.text("title")).isEqualTo("Raccorder tout");
        assertThat(underWay.body().path("late").asBoolean()).isFalse();
        Answer completed = done(calls.post(path, "/completion", LOIRET, ""));
        assertThat(completed.body().path("percent").asInt()).isEqualTo(100);
        assertThat(completed.text("status")).isEqualTo("COMPLETED");
        assertThat(
                        calls.post(path, "/abandonment", LOIRET, "{\"reason\": \"Trop tard\"}")
                                .violations())
                .containsExactly("status:action-completed");

        List<ConsumerRecord<byte[], byte[]>> events = awaitEvents(id, 4);
        EventMetadata metadata = TopicReader.metadata(events.getFirst());
        assertThat(metadata.territory()).isEqualTo("departement:45");
        assertThat(metadata.partner()).isEqualTo("p-loiret");
        assertThat(((ActionPlanned) decoded(events.getFirst())).getContent().getExperiences())
                .containsExactly(experience);
        assertThat(decoded(events.getLast())).isInstanceOf(ActionCompleted.class);
    }

    @Test
    void onlyNamesThatMeanSomethingAreTaken() {
        String draft = new ContributionCalls(api).open(LOIRET, "title", "Encore à la rédaction");
        Answer refused =
                api.post(
                        "/actions",
                        COMMITTEE,
                        """
                        {"title": "Raccorder", "lead": "p-suspended", "territory": "departement:45",
                         "partnersInvolved": ["p-nobody"], "axes": ["USES"], "dueOn": "2029-08-31",
                         "objectives": ["o-none"], "contribution": "%s", "experiences": ["x-none"]}"""
                                .formatted(draft));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.violations())
                .containsExactly(
                        "lead:named-partner-suspended",
                        "partnersInvolved[0]:named-partner-unknown",
                        "objectives[0]:objective-unknown",
                        "contribution:contribution-not-public",
                        "experiences[0]:experience-unknown");
    }

    @Test
    void isLateFromTheDayAfterInFranceUntilItIsOver() {
        String objective = calls.create("/objectives", COMMITTEE, AgendaCalls.objective("Tard"));
        String links = ", \"objectives\": [\"%s\"]".formatted(objective);
        LocalDate due = LocalDate.now(FRANCE).plusDays(10);
        String first = plan(due, links);
        String second = plan(due, links);
        String third = plan(due, links);
        String later = plan(due.plusDays(40), links);
        String late = "/actions?late=true&objective=" + objective;
        done(
                calls.post(
                        "/actions/" + second,
                        "/progress",
                        LOIRET,
                        "{\"percent\": 10, \"report\": \"Un peu\"}"));
        assertThat(calls.all(late, 10)).isEmpty();
        // The last moment of the due day in France, then the first one after it.
        Instant midnight = due.plusDays(1).atStartOfDay(FRANCE).toInstant();
        clock.set(midnight.minusSeconds(60));
        assertThat(calls.all(late, 10)).isEmpty();
        clock.set(midnight.plusSeconds(1));
        assertThat(calls.all(late, 2)).containsExactlyInAnyOrder(first, second, third);
        assertThat(calls.read("/actions/" + first).body().path("late").asBoolean()).isTrue();
        assertThat(calls.all(late + "&status=UNDER_WAY", 10)).containsExactly(second);
        assertThat(calls.all(late + "&axis=INFRASTRUCTURE&lead=p-loiret", 10)).hasSize(3);
        assertThat(calls.all(late + "&lead=p-besancon", 10)).isEmpty();
        done(calls.post("/actions/" + first, "/completion", LOIRET, "{}"));
        done(calls.post("/actions/" + third, "/abandonment", LOIRET, "{\"reason\": \"Crédits\"}"));
        assertThat(calls.all(late, 10)).containsExactly(second);
        assertThat(calls.read("/actions/" + first).body().path("late").asBoolean()).isFalse();
        assertThat(calls.all("/actions?late=false&objective=" + objective, 3))
                .hasSize(4)
                .endsWith(later)
                .doesNotHaveDuplicates();
    }

    private String plan(LocalDate due, String links) {
        return calls.create(
                "/actions", COMMITTEE, AgendaCalls.plan("Raccorder", due.toString(), links));
    }

    @Test
    void listsByTheContributionItPutsIntoPractice() {
        ContributionCalls contributions = new ContributionCalls(api);
        String contribution = contributions.open(LOIRET, "title", "Mise en œuvre");
        done(contributions.consult(contribution, COMMITTEE, clock.instant()));
        String id =
                calls.create(
                        "/actions",
                        COMMITTEE,
                        AgendaCalls.plan(
                                "Mettre en œuvre",
                                "2029-08-31",
                                ", \"contribution\": \"" + contribution + "\""));
        assertThat(calls.all("/actions?contribution=" + contribution, 10)).containsExactly(id);
        assertThat(api.get("/actions?lead=Loiret", null).violations())
                .containsExactly("lead:not-an-id");
        assertThat(api.get("/actions?late=yes", null).violations()).containsExactly("late:one-of");
    }

    @Test
    void ofSeveralWritersAtOnceOneWinsAndTheOthersAreTold() {
        String id =
                calls.create("/actions", COMMITTEE, AgendaCalls.plan("Course", "2029-08-31", ""));
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Integer>> answers =
                    IntStream.range(0, WRITERS)
                            .mapToObj(
                                    i ->
                                            CompletableFuture.supplyAsync(
                                                    () ->
                                                            api.post(
                                                                            "/actions/"
                                                                                    + id
                                                                                    + "/progress",
                                                                            LOIRET,
                                                                            "{\"percent\": "
                                                                                    + i
                                                                                    + ", \"report\":"
                                                                                    + " \"Fait\"}",
                                                                            "If-Match",
                                                                            "\"1\"")
                                                                    .status(),
                                                    writers))
                            .toList();
            assertThat(answers.stream().map(CompletableFuture::join))
                    .containsOnlyOnce(200)
                    .allMatch(status -> status == 200 || status == 412);
        }
        assertThat(calls.read("/actions/" + id).body().path("reports").size()).isEqualTo(1);
        assertThat(awaitEvents(id, 2)).hasSize(2);
    }
}
