package relais.contributions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.aggregates.Cause;
import relais.aggregates.log.Filed;
import relais.contributions.reaction.OwnEvent;
import relais.contributions.reaction.Reactions;
import relais.contributions.workingday.WorkingDayAvro;
import relais.contributions.workingday.WorkingDayEvent;
import relais.contributions.workingday.WorkingDayId;
import relais.events.EventMetadata;
import relais.events.contributions.ActionPlanned;
import relais.teststack.Answer;
import relais.teststack.TopicReader;

/** The meetings of the partners, over HTTP and on the topic; and what they decide. */
class AgendaWorkingDaysIT extends RunningService {

    @Autowired private Reactions reactions;

    private AgendaCalls calls;
    private String today = "";

    @BeforeAll
    void call() {
        calls = new AgendaCalls(api);
        today = LocalDate.now(ZoneId.of("Europe/Paris")).toString();
    }

    @Test
    void isScheduledPreparedMovedAndCancelled() {
        String id = calls.create("/working-days", COMMITTEE, AgendaCalls.meeting("2030-06-18"));
        String path = "/working-days/" + id;
        String experience = publishedExperience();
        String point =
                "{\"label\": \"Les tablettes\", \"card\": \"%s\", \"cardVersion\": 2}"
                        .formatted(experience);
        Answer notYet = calls.post(path, "/agenda", BESANCON, point.replace(": 2}", ": 3}"));
        assertThat(notYet.status()).isEqualTo(422);
        assertThat(notYet.body().at("/violations/0/field").asString()).isEqualTo("cardVersion");
        Answer added = calls.post(path, "/agenda", BESANCON, point);
        assertThat(added.status()).isEqualTo(201);
        assertThat(calls.post(path, "/agenda", COMMITTEE, "{\"label\": \"Divers\"}").status())
                .isEqualTo(201);
        Answer prepared = calls.read(path);
        assertThat(prepared.body().path("agenda").get(0).path("partner").asString())
                .isEqualTo("p-besancon");
        assertThat(prepared.body().path("agenda").get(1).has("partner")).isFalse();
        done(
                api.delete(
                        path + "/agenda/" + added.text("item"),
                        COMMITTEE,
                        "If-Match",
                        prepared.header("ETag")));
        done(calls.put(path, COMMITTEE, AgendaCalls.meeting("2030-06-25")));
        assertThat(calls.read(path).body().path("agenda").size()).isEqualTo(1);
        done(calls.post(path, "/cancellation", COMMITTEE, "{\"reason\": \"Trop peu de monde\"}"));
        assertThat(calls.read(path).text("status")).isEqualTo("CANCELLED");
        assertThat(calls.post(path, "/agenda", BESANCON, point).violations())
                .containsExactly("status:working-day-cancelled");
        EventMetadata metadata = TopicReader.metadata(awaitEvents(id, 6).getFirst());
        assertThat(metadata.territory()).isEqualTo("commune:69123");
    }

    @Test
    void theSamePointSentAgainIsOnTheAgendaOnce() {
        String id = calls.create("/working-days", COMMITTEE, AgendaCalls.meeting("2030-07-01"));
        String path = "/working-days/" + id + "/agenda";
        String[] headers = {"If-Match", "\"1\"", "Idempotency-Key", unique("key")};
        Answer first = api.post(path, BESANCON, "{\"label\": \"Divers\"}", headers);
        Answer second = api.post(path, BESANCON, "{\"label\": \"Divers\"}", headers);
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text("item")).isEqualTo(first.text("item"));
        assertThat(calls.read("/working-days/" + id).body().path("agenda").size()).isEqualTo(1);
    }

    @Test
    void aPointLinksToWhatEveryoneMayRead() {
        String id = calls.create("/working-days", COMMITTEE, AgendaCalls.meeting("2030-07-02"));
        String draft = new ContributionCalls(api).open(LOIRET, "title", "Pas encore publique");
        for (String card : List.of(draft, "x-none", "n’importe quoi")) {
            assertThat(
                            calls.post(
                                            "/working-days/" + id,
                                            "/agenda",
                                            LOIRET,
                                            "{\"label\": \"Lien\", \"card\": \"" + card + "\"}")
                                    .violations())
                    .containsExactly("card:card-not-public");
        }
    }

    @Test
    void decisionsBecomeActionsInOneStepAndOnce() {
        String id = calls.create("/working-days", COMMITTEE, AgendaCalls.meeting(today));
        String path = "/working-days/" + id;
        Answer published =
                done(
                        calls.post(
                                path,
                                "/minutes",
                                COMMITTEE,
                                minutes(
                                        decision(null, null),
                                        decision(
                                                null,
                                                AgendaCalls.plan("Raccorder", "2029-08-31", "")),
                                        decision(
                                                null,
                                                AgendaCalls.plan("Former", "2029-09-30", "")))));
        assertThat(published.text("status")).isEqualTo("HELD");
        assertThat(published.body().path("decisions").get(0).has("action")).isFalse();
        List<String> actions = List.of(action(published, 1), action(published, 2));
        actions.forEach(action -> awaitVersion("/actions/" + action, 1));
        Answer planned = calls.read("/actions/" + actions.getFirst());
        assertThat(planned.text("workingDay")).isEqualTo(id);
        assertThat(planned.text("decision")).isEqualTo("d-2");
        assertThat(planned.text("title")).isEqualTo("Raccorder");

        // The process died after the minutes and before it had kept that it answered them.
        ConsumerRecord<byte[], byte[]> minutes = awaitEvents(id, 2).get(1);
        WorkingDayEvent told =
                WorkingDayAvro.language().fromAvro(decoded(minutes), new Filed("pays:FR", null));
        OwnEvent event =
                new OwnEvent.MinutesPublished(
                        new WorkingDayId(id),
                        ((WorkingDayEvent.MinutesPublished) told).decisions());
        reactions.toOwn(event, new Cause(id + ":2", null));
        for (String action : actions) {
            assertThat(calls.read("/actions/" + action).header("ETag")).startsWith("\"1-");
            List<ConsumerRecord<byte[], byte[]>> events = awaitEvents(action, 1);
            assertThat(events).hasSize(1);
            assertThat(decoded(events.getFirst())).isInstanceOf(ActionPlanned.class);
            EventMetadata metadata = TopicReader.metadata(events.getFirst());
            assertThat(metadata.causationId()).isEqualTo(id + ":2");
            assertThat(metadata.actor()).isNull();
        }
    }

    @Test
    void everyActionIsJudgedAsIfItWerePlannedNow() {
        String id = calls.create("/working-days", COMMITTEE, AgendaCalls.meeting(today));
        Answer refused =
                calls.post(
                        "/working-days/" + id,
                        "/minutes",
                        COMMITTEE,
                        minutes(
                                decision(null, AgendaCalls.plan("Bien", "2029-08-31", "")),
                                decision(
                                        null,
                                        AgendaCalls.plan(
                                                "Mal",
                                                "2020-08-31",
                                                ", \"objectives\": [\"o-none\"]"))));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.violations())
                .containsExactly(
                        "decisions[1].action.dueOn:date-between",
                        "decisions[1].action.objectives[0]:objective-unknown");
        assertThat(calls.read("/working-days/" + id).text("status")).isEqualTo("SCHEDULED");
    }

    @Test
    void correctedMinutesKeepWhatBecameAnActionAndMayAddMore() {
        String id = calls.create("/working-days", COMMITTEE, AgendaCalls.meeting(today));
        String path = "/working-days/" + id;
        Answer first =
                done(
                        calls.post(
                                path,
                                "/minutes",
                                COMMITTEE,
                                minutes(
                                        decision(
                                                null,
                                                AgendaCalls.plan("Raccorder", "2029-08-31", "")))));
        assertThat(calls.post(path, "/minutes", COMMITTEE, minutes()).violations())
                .containsExactly(
                        "correction:correction-required", "decisions:decision-became-action");
        Answer corrected =
                done(
                        calls.post(
                                path,
                                "/minutes",
                                COMMITTEE,
                                minutes(
                                                decision("d-1", null),
                                                decision(
                                                        null,
                                                        AgendaCalls.plan(
                                                                "Former", "2029-09-30", "")))
                                        .replace(
                                                "\"text\": \"#",
                                                "\"correction\": \"Une décision oubliée\","
                                                        + " \"text\": \"#")));
        assertThat(action(corrected, 0)).isEqualTo(action(first, 0));
        awaitVersion("/actions/" + action(corrected, 1), 1);
        awaitVersion("/actions/" + action(corrected, 0), 1);
        assertThat(awaitEvents(action(first, 0), 1)).hasSize(1);
    }

    @Test
    void minutesWaitForTheDay() {
        String id = calls.create("/working-days", COMMITTEE, AgendaCalls.meeting("2030-07-03"));
        Answer early = calls.post("/working-days/" + id, "/minutes", COMMITTEE, minutes());
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.violations()).containsExactly("date:minutes-too-early");
    }

    @Test
    void listsInTheOrderOfTheDates() {
        String second = calls.create("/working-days", COMMITTEE, AgendaCalls.meeting("2030-11-20"));
        String first = calls.create("/working-days", COMMITTEE, AgendaCalls.meeting("2030-11-10"));
        String third = calls.create("/working-days", COMMITTEE, AgendaCalls.meeting("2030-11-30"));
        String november = "/working-days?from=2030-11-01&to=2030-11-30";
        assertThat(calls.all(november, 1)).containsExactly(first, second, third);
        assertThat(calls.all(november + "&status=HELD", 10)).isEmpty();
        assertThat(api.get("/working-days?from=demain", null).violations())
                .containsExactly("from:not-a-date");
    }

    @Test
    void anArchiveTellsOfADayThatWasPastAndItsDecisionBecomesAnActionOfThatTime() {
        String name = unique("lyon");
        String rows =
                """
                {"rows": [
                  {"operation": "SCHEDULE_WORKING_DAY", "ref": "%1$s", "partner": "p-mene",
                   "as": "committee", "occurredAt": "2015-10-01T12:30:00Z", "date": "2013-12-05",
                   "place": "Lyon", "theme": "Gouvernance partagée"},
                  {"operation": "ADD_AGENDA_ITEM", "ref": "%1$s-1", "workingDay": "ref:%1$s",
                   "partner": "p-mene", "as": "committee", "occurredAt": "2015-10-01T12:35:00Z",
                   "label": "Qui décide, qui paie ?"},
                  {"operation": "REMOVE_AGENDA_ITEM", "item": "ref:%1$s-1",
                   "workingDay": "ref:%1$s", "partner": "p-mene", "as": "committee",
                   "occurredAt": "2015-10-01T12:36:00Z", "reason": "Reporté"},
                  {"operation": "PUBLISH_MINUTES", "workingDay": "ref:%1$s", "partner": "p-mene",
                   "as": "committee", "occurredAt": "2015-10-01T12:45:00Z", "text": "# Lyon",
                   "attending": ["p-loiret"],
                   "decisions": [{"text": "Raccorder", "action": %2$s}]}]}\
                """
                        .formatted(name, AgendaCalls.plan("Raccorder", "2016-06-30", ""));
        Answer report = done(api.post("/imports", OPERATOR, rows));
        assertThat(report.body().path("rows").valueStream())
                .as(report.body().toPrettyString())
                .extracting(row -> row.path("outcome").asString())
                .containsExactly("CREATED", "APPLIED", "APPLIED", "APPLIED");
        String id = report.body().path("rows").get(0).path("id").asString();
        Answer day = calls.read("/working-days/" + id);
        assertThat(day.text("date")).isEqualTo("2013-12-05");
        String action =
                day.body().path("minutes").path("decisions").get(0).path("action").asString();
        awaitVersion("/actions/" + action, 1);
        EventMetadata metadata = TopicReader.metadata(awaitEvents(action, 1).getFirst());
        assertThat(metadata.archive()).isTrue();
        assertThat(metadata.time()).isEqualTo("2015-10-01T12:45:00Z");
        assertThat(calls.read("/actions/" + action).body().path("late").asBoolean()).isTrue();
    }

    private void awaitVersion(String thing, long version) {
        await(thing)
                .atMost(SOON)
                .until(() -> api.get(thing, null).header("ETag").startsWith("\"" + version + "-"));
    }

    private static String action(Answer published, int decision) {
        return published.body().path("decisions").get(decision).path("action").asString();
    }

    private static String decision(@Nullable String id, @Nullable String plan) {
        return "{"
                + (id == null ? "" : "\"id\": \"" + id + "\", ")
                + "\"text\": \"Décidé\""
                + (plan == null ? "" : ", \"action\": " + plan)
                + "}";
    }

    private static String minutes(String... decisions) {
        return "{\"text\": \"# Compte rendu\", \"attending\": [\"p-loiret\"], \"decisions\": ["
                + String.join(", ", decisions)
                + "]}";
    }
}
